import { jsonSchemaFile } from "@secgroup/config";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeNewFile } from "../document/write-new-file.ts";

/** The JSON Schema's name; it lies beside the document. */
const schemaName = "secgroup.schema.json";

/** What leads YAML language servers from a document to the JSON Schema beside it. */
export const schemaComment: string = `# yaml-language-server: $schema=./${schemaName}\n`;

/** Where the JSON Schema for a document is, and whether one was written, was there already, or is another one that was left alone. */
export interface SchemaFile {
  readonly file: string;
  readonly state: "written" | "same" | "other";
}

/** Puts the JSON Schema beside a document, never over a file. Throws `usage` when it cannot be written. */
export async function writeSchemaBeside(document: string, folder: string): Promise<SchemaFile> {
  const file = join(dirname(document), schemaName);
  const schema = await readFile(jsonSchemaFile, "utf8");
  const standing = await readFile(join(folder, file), "utf8").catch(() => undefined);
  if (standing !== undefined) return { file, state: standing === schema ? "same" : "other" };
  await writeNewFile(schema, file, folder, "Make room for it, and run init again.");
  return { file, state: "written" };
}
