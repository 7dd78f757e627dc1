import type { Sections } from "./replace-sections.ts";

/** A document of which some sections are generated. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly readSections: () => Promise<Sections>;
}
