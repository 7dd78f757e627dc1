import type { Outcome } from "../run/outcome.ts";

/** Something that must hold under every scenario. */
export interface Law {
  readonly name: string;
  /** What breaks it, one sentence each; nothing when it holds. */
  readonly judge: (outcome: Outcome) => readonly string[];
}
