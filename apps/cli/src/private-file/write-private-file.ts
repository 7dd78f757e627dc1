import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { refuseSpecialFile } from "./refuse-special-file.ts";

/**
 * Puts a text into a file that only its owner can read and write, whatever the mode of a file that was there. It is there whole or not
 * at all, after a crash too: the text is written beside it, and takes its place when it is on the disk.
 *
 * A link, a folder or a device in its place is refused, never followed nor replaced. Throws what the file system says.
 */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  await refuseSpecialFile(file);
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
