declare module "hcl2-parser" {
  /** The document as blocks by type and labels, and what is wrong with it. */
  export function parseToObject(hcl: string): [document: unknown, problem: unknown];
}
