import { planAndExplain, type Answers } from "./plan-and-explain.ts";

declare global {
  /** For whoever loads the script: a page, a runtime at the edge, Deno. */
  var tryPackages: (answers: Answers) => Promise<readonly string[]>;
}

globalThis.tryPackages = planAndExplain;
