import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { refuseSpecialFile } from "./refuse-special-file.ts";

/** A file of lines that grows. */
export interface PrivateLog {
  /** Adds a line, which must hold no line break; on the disk when it resolves. Lines stand in the order of the calls. */
  readonly append: (line: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

// A link that takes the file's place after it was looked at is not followed; Windows has no such flag.
const flags: number =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | ((constants.O_NOFOLLOW as number | undefined) ?? 0);

/**
 * Opens a file of lines that only its owner can read and write, whatever its mode was; what stands in it stays. When its last line was
 * cut off by a crash, the next one begins below it, so that a reader loses that line only.
 *
 * A link, a folder or a device in its place is refused. Throws what the file system says.
 */
export async function openPrivateLog(file: string): Promise<PrivateLog> {
  await refuseSpecialFile(file);
  const handle = await open(file, flags, 0o600);
  let last: Promise<void> = Promise.resolve();
  try {
    await handle.chmod(0o600);
    const { size } = await handle.stat();
    const end = Buffer.from("\n");
    if (size > 0) await handle.read(end, 0, 1, size - 1);
    if (end.toString() !== "\n") await handle.writeFile("\n");
  } catch (error) {
    await handle.close();
    throw error;
  }
  const write = async (line: string, earlier: Promise<void>): Promise<void> => {
    await earlier;
    await handle.appendFile(`${line}\n`);
    await handle.datasync();
  };
  return {
    append: (line) => {
      const written = write(line, last);
      last = written.catch(() => {});
      return written;
    },
    close: async () => {
      await last;
      await handle.close();
    },
  };
}
