import { pairUpdates } from "../../../src/plan/order/pair-updates.ts";
import type { RuleSlot, RuleWave, RuleWriteProblem } from "../../../src/plan/order/rule-writes.ts";

/** Rules of one group and kind become each other; those of kind `x` also become `y`. */
export const canBecome = (from: string, to: string): boolean =>
  from === to || (from.slice(1) === "x" && to === `${from[0]}y`);

/**
 * A problem in words. A rule is its group, its kind, and the pieces that it covers, one digit each: `ax 01`. There is a group for each
 * number of rules that one may hold more, from `a` on.
 */
export function problemOf(old: readonly string[], coming: readonly string[], ...room: number[]): RuleWriteProblem {
  const slots = (words: readonly string[]): RuleSlot[] =>
    words.map((word) => ({ group: "abc".indexOf(word.charAt(0)), kind: word.slice(0, 2) }));
  const piecesOf = [...old, ...coming].map((word) => Array.from(word.slice(3), Number));
  const [removed, added] = [slots(old), slots(coming)];
  const kindsOf = (list: readonly RuleSlot[]): string[] => list.map(({ kind }) => kind);
  return {
    removed,
    added,
    coverage: { pieces: new Set(piecesOf.flat()).size, piecesOf },
    pairs: pairUpdates(kindsOf(removed), kindsOf(added), canBecome),
    room,
  };
}

/** Waves in words, such as `create 0, update 1 to 2`: rules are positions among the old and among those that come. */
export function describeRuleWaves(waves: readonly RuleWave[]): string[] {
  return waves.map((wave) =>
    wave
      .map((write) => {
        if (write.kind === "create") return `create ${write.added}`;
        return write.kind === "delete" ? `delete ${write.removed}` : `update ${write.removed} to ${write.added}`;
      })
      .join(", "),
  );
}
