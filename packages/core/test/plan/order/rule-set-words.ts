import type { RuleSetChoice, RuleSetProblem } from "../../../src/plan/order/rule-set-problem.ts";

/**
 * A problem in words: the rules to remove and those to add, each as the pieces of what must stay that it covers, a letter for each, and `-` where it covers
 * none.
 */
export interface WordedProblem {
  readonly old: string;
  readonly new: string;
  /** How many of the first rules on both sides are the same but for their descriptions. */
  readonly copies?: number;
  readonly room: number;
}

export function problemOf({ old, new: coming, copies = 0, room }: WordedProblem): RuleSetProblem {
  const rulesOf = (text: string): readonly string[] => (text === "" ? [] : text.split(" "));
  const rules = [...rulesOf(old), ...rulesOf(coming)].map((rule) => (rule === "-" ? [] : rule.split("")));
  const pieces = [...new Set(rules.flat())];
  return {
    removed: rulesOf(old).length,
    added: rulesOf(coming).length,
    exclusive: copies,
    coverage: { pieces: pieces.length, piecesOf: rules.map((rule) => rule.map((piece) => pieces.indexOf(piece))) },
    room,
  };
}

/** Each set in words, such as `old 1 2, new 1`: positions, the first being 1. */
export function inWords(sets: readonly RuleSetChoice[] | undefined): readonly string[] | undefined {
  const list = (side: string, rules: readonly number[]): string[] =>
    rules.length === 0 ? [] : [`${side} ${rules.map((rule) => rule + 1).join(" ")}`];
  return sets?.map(({ removed, added }) => [...list("old", removed), ...list("new", added)].join(", ") || "nothing");
}
