import type { Coverage } from "./coverage.ts";

/** What one write states beside the rules that are kept all the way: positions among the rules to remove and those to add. */
export interface RuleSetChoice {
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export interface RuleSetProblem {
  /** The number of rules to remove, and to add. */
  readonly removed: number;
  readonly added: number;
  /**
   * So many of the first rules to remove are the same rules as the first to add, but for their descriptions: one must be gone before the other comes.
   */
  readonly exclusive: number;
  /** Of what must stay allowed and no kept rule allows: the rules to remove come first, then those to add. */
  readonly coverage: Coverage;
  /** The most rules that a set may hold beside those that are kept. */
  readonly room: number;
}

/** The new rules. */
export function targetOf({ added }: Pick<RuleSetProblem, "added">): RuleSetChoice {
  return { removed: [], added: range(0, added) };
}

/** From `start` on, up to but without `end`. */
export function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
