import { SecurityGroupError } from "@secgroup/core";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Context } from "../context.ts";

/** Writes a text to stdout, or to a file that must not exist yet. Throws `usage` for one that exists or cannot be written. */
export async function writeNewText(text: string, file: string | undefined, context: Context): Promise<void> {
  if (file === undefined) return context.stdout.write(text);
  try {
    await writeFile(resolve(context.folder, file), text, { flag: "wx" });
  } catch (cause) {
    const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const message = exists
      ? `${file} exists and is not overwritten`
      : `${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new SecurityGroupError("usage", message, { place: { file }, hint: "Name another file with --out.", cause });
  }
}
