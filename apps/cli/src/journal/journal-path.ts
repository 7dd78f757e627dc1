import { resolve } from "node:path";

/** Where the journal of a document, or of a plan file, is: beside it. */
export function journalPath(file: string, folder: string): string {
  return resolve(folder, `${file}.journal`);
}
