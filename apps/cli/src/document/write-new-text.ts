import type { Context } from "../context.ts";
import { writeNewFile } from "./write-new-file.ts";

/** Writes a text to stdout, or to a file that must not exist yet. Throws `usage` for one that exists or cannot be written. */
export async function writeNewText(text: string, file: string | undefined, context: Context): Promise<void> {
  if (file === undefined) context.stdout.write(text);
  else await writeNewFile(text, file, context.folder, "Name another file with --out.");
}
