import { loadConfiguration, type Configuration } from "@secgroup/config";
import { relative, resolve } from "node:path";
import type { Context } from "../context.ts";
import { findDocument } from "./find-document.ts";

/** A document with the name that people know it by. */
export interface OpenDocument {
  readonly file: string;
  readonly configuration: Configuration;
}

/** Reads the named document, or the folder's own. Throws `usage` when there is none and `invalid-document` for what is wrong in it. */
export async function openDocument(
  named: string | undefined,
  { folder, environment }: Pick<Context, "folder" | "environment">,
): Promise<OpenDocument> {
  const file = relativeName(await findDocument(named, folder), folder);
  return { file, configuration: await loadConfiguration(file, { environment }) };
}

/** The name as the process must spell it; the same as given where the folder is that of the process. */
function relativeName(file: string, folder: string): string {
  return resolve(file) === resolve(folder, file) ? file : relative(process.cwd(), resolve(folder, file));
}
