import { SecurityGroupError } from "@secgroup/core";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/** Puts a text in place of a file's, whole or not at all, and keeps who may read it. Throws `usage` when it cannot. */
export async function replaceFile(file: string, text: string): Promise<void> {
  try {
    // Where the name is a link, what it leads to is replaced.
    const real = await realpath(file);
    const { mode } = await stat(real);
    const temporary = `${real}.${process.pid}.tmp`;
    try {
      await writeFile(temporary, text, { mode, flag: "wx" });
      await rename(temporary, real);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (cause) {
    const message = `${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new SecurityGroupError("usage", message, { place: { file }, hint: "Nothing was written.", cause });
  }
}
