import { extname } from "node:path";

/** What is wrong with the name of a document that is to be written; nothing where it is right. */
export function whyNotDocument(file: string): string | undefined {
  return [".yaml", ".yml"].includes(extname(file).toLowerCase()) ? undefined : "a document ends in .yaml or .yml";
}
