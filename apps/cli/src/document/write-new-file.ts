import { SecurityGroupError } from "@secgroup/core";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

/** Writes a file that is not there yet. Throws `usage`, with the hint, when it is there or cannot be written. */
export async function writeNewFile(text: string, file: string, folder: string, hint: string): Promise<void> {
  try {
    await writeFile(resolve(folder, file), text, { flag: "wx" });
  } catch (cause) {
    const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const message = exists
      ? `${file} exists and is not overwritten`
      : `${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new SecurityGroupError("usage", message, { place: { file }, hint, cause });
  }
}
