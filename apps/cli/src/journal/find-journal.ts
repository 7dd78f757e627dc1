import { basename, dirname, resolve } from "node:path";
import { fileExists } from "../document/file-exists.ts";
import { documentOfPlan } from "../plan-file/document-of-plan.ts";

/** Where the journal of a document is, and what people call it. */
export interface JournalPlace {
  readonly path: string;
  readonly name: string;
}

/**
 * The journal beside a document. For a plan file it is that of the document of which the plan was made, as it is the same groups that are
 * applied; where that document is no longer there, one beside the plan file.
 */
export async function findJournal(file: string, folder: string): Promise<JournalPlace> {
  const own = resolve(folder, file);
  const named = await documentOfPlan(file, folder);
  const document = named === undefined ? undefined : resolve(dirname(own), named);
  const path = document !== undefined && (await fileExists(document)) ? document : own;
  return { path: `${path}.journal`, name: `${basename(path)}.journal` };
}
