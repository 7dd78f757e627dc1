import fc from "fast-check";
import type { RuleSetChoice, RuleSetProblem } from "../../../src/plan/order/rule-set-problem.ts";
import { arbitraryCoverage, coversAll } from "./arbitrary-coverage.ts";

/** Problems in which the old and the new rules fit, and both together not always. */
export function problems(most: number, withCopies = true): fc.Arbitrary<RuleSetProblem> {
  return fc
    .tuple(fc.nat(most), fc.nat(most), fc.nat(withCopies ? 2 : 0), fc.nat(most * 2))
    .chain(([removed, added, copies, spare]) => {
      const exclusive = Math.min(copies, removed, added);
      const room = Math.min(Math.max(removed, added) + spare, removed + added);
      return arbitraryCoverage(removed, added, exclusive).map((coverage) => {
        return { removed, added, exclusive, coverage, room };
      });
    });
}

/** A set as rules: those to remove, then those to add. */
export const rulesOf = ({ removed }: RuleSetProblem, set: RuleSetChoice): readonly number[] => [
  ...set.removed,
  ...set.added.map((rule) => removed + rule),
];

/** What is wrong with sets that follow each other. */
export function faultsOf(problem: RuleSetProblem, sets: readonly RuleSetChoice[]): Set<string> {
  const { removed, added, exclusive, coverage, room } = problem;
  const faults = new Set<string>();
  let before: readonly number[] = Array.from({ length: removed }, (_, rule) => rule);
  for (const set of sets) {
    const after = rulesOf(problem, set);
    if (new Set(after).size < after.length) faults.add("a rule twice");
    const met = new Set([...before, ...after]);
    // The cloud may add before it removes.
    if (met.size > before.length && met.size > room) faults.add("no room");
    for (let copy = 0; copy < exclusive; copy++) {
      if (after.includes(removed + copy) && met.has(copy)) faults.add("a rule meets its copy");
    }
    if (
      !coversAll(
        coverage,
        before.filter((rule) => after.includes(rule)),
      )
    )
      faults.add("an interruption");
    before = after;
  }
  const target = Array.from({ length: added }, (_, rule) => removed + rule);
  if (JSON.stringify(before) !== JSON.stringify(target)) faults.add("another end");
  return faults;
}
