import { createReadStream } from "node:fs";
import { SecurityGroupError } from "@secgroup/core";

/**
 * The bytes of a file, of which no more than `maximumBytes` are ever read; `name` is what messages call it.
 *
 * Throws `usage` for a larger one, and for one that cannot be read.
 */
export async function readLimitedFile(file: string, maximumBytes: number, name: string = file): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    // One byte more than is allowed tells that there is more; the size that a file claims need not be true (/dev/zero, a pipe).
    const stream: AsyncIterable<Uint8Array> = createReadStream(file, { end: maximumBytes });
    for await (const chunk of stream) chunks.push(chunk);
  } catch (cause) {
    const message = `${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new SecurityGroupError("usage", message, {
      place: { file: name },
      hint: "Check the name of the file and who may read it.",
      cause,
    });
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length <= maximumBytes) return bytes;
  throw new SecurityGroupError("usage", `${name} is larger than ${maximumBytes / 2 ** 20} MiB, the most that is read`, {
    place: { file: name },
    hint: "Check the name of the file; what belongs here is far smaller.",
  });
}
