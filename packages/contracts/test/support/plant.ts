import type { PactFile } from "../../src/pact-file.ts";

/** A JSON value to be changed in place. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests reach into files whose shape the code under test checks
export type Json = any;

/** The pact with nothing but one of its interactions, and that one changed. */
export function plant(pact: PactFile, description: string, change: (interaction: Json) => void): PactFile {
  const content: Json = structuredClone(pact.content);
  content.interactions = content.interactions.filter((each: Json) => each.description === description);
  if (content.interactions.length !== 1) throw new Error(`there is no single "${description}"`);
  change(content.interactions[0]);
  return { ...pact, content, interactions: content.interactions };
}
