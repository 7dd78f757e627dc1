import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRuleSets, openThenClose } from "../../../src/plan/order/choose-rule-sets.ts";
import type { RuleSetChoice, RuleSetProblem } from "../../../src/plan/order/rule-set-problem.ts";
import { arbitraryCoverage, coversAll } from "./arbitrary-coverage.ts";

/** Problems in which the old and the new rules fit, and both together not always. */
function problems(most: number, withCopies = true): fc.Arbitrary<RuleSetProblem> {
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
const rulesOf = ({ removed }: RuleSetProblem, set: RuleSetChoice): readonly number[] => [
  ...set.removed,
  ...set.added.map((rule) => removed + rule),
];

/** What is wrong with sets that follow each other. */
function faultsOf(problem: RuleSetProblem, sets: readonly RuleSetChoice[]): Set<string> {
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

/** The fewest safe sets, by trying every set after every other; nothing when there is no safe way. */
function fewestSets(problem: RuleSetProblem): number | undefined {
  const { removed, added } = problem;
  const all = Array.from({ length: removed + added }, (_, rule) => rule);
  const setOf = (bits: number): RuleSetChoice => {
    const rules = all.filter((rule) => (bits >> rule) % 2 === 1);
    return {
      removed: rules.filter((rule) => rule < removed),
      added: rules.filter((rule) => rule >= removed).map((rule) => rule - removed),
    };
  };
  const isSafe = (from: number, to: number): boolean => {
    const { coverage, exclusive, room } = problem;
    const common = all.filter((rule) => ((from & to) >> rule) % 2 === 1);
    const met = from | to;
    const meets = all.some((copy) => copy < exclusive && (to >> (removed + copy)) % 2 === 1 && (met >> copy) % 2 === 1);
    const fits = met === from || all.filter((rule) => (met >> rule) % 2 === 1).length <= room;
    return fits && !meets && coversAll(coverage, common);
  };
  const goal = 2 ** (removed + added) - 2 ** removed;
  let frontier = [2 ** removed - 1];
  const reached = new Set(frontier);
  expect(rulesOf(problem, setOf(goal))).toHaveLength(added);
  for (let count = 1; frontier.length > 0; count++) {
    if (frontier.some((from) => isSafe(from, goal))) return count;
    frontier = frontier.flatMap((from) =>
      Array.from({ length: 2 ** (removed + added) }, (_, to) => to).filter((to) => {
        if (reached.has(to) || !isSafe(from, to)) return false;
        reached.add(to);
        return true;
      }),
    );
  }
  return undefined;
}

describe("sets of rules that follow each other", () => {
  it("are as few as there can be where a safe way is, and otherwise end at the goal within the limit", () => {
    const seen = new Map<number | undefined, number>();
    fc.assert(
      fc.property(problems(3), (problem) => {
        const sets = chooseRuleSets(problem);
        const fewest = fewestSets(problem);
        seen.set(fewest, (seen.get(fewest) ?? 0) + 1);
        const faults = faultsOf(problem, sets);
        if (fewest === undefined) faults.delete("an interruption");
        else expect(sets).toHaveLength(fewest);
        expect([...faults]).toEqual([]);
      }),
      { numRuns: 700 },
    );
    for (const count of [1, 2, 3, undefined]) expect(seen.get(count) ?? 0).toBeGreaterThan(3);
  });

  it("are two at most, and safe, for any number of rules without copies that fit together", () => {
    fc.assert(
      fc.property(problems(30, false), (given) => {
        const problem = { ...given, room: given.removed + given.added };
        const sets = chooseRuleSets(problem);
        expect([...faultsOf(problem, sets)]).toEqual([]);
        expect(sets.length).toBe(problem.coverage.pieces === 0 ? 1 : 2);
      }),
    );
  });

  it("keep to the limit and end at the goal for any number of rules", () => {
    let safe = 0;
    fc.assert(
      fc.property(problems(30), (problem) => {
        const faults = faultsOf(problem, chooseRuleSets(problem));
        if (!faults.delete("an interruption")) safe++;
        expect([...faults]).toEqual([]);
      }),
    );
    expect(safe).toBeGreaterThan(50);
  });
});

describe("sets that open before they close", () => {
  const urgentOf = (most: number): fc.Arbitrary<readonly number[]> =>
    fc.subarray(Array.from({ length: most }, (_, rule) => rule));

  it("close nothing before the last, and have opened what is urgent by then", () => {
    const seen = { all: 0, some: 0, none: 0 };
    fc.assert(
      fc.property(problems(6), urgentOf(6), (problem, some) => {
        const { removed, added, exclusive, room } = problem;
        const urgent = some.filter((rule) => rule < added);
        const choice = openThenClose(problem, () => urgent);
        const sets = choice && [...choice.opening, ...choice.closing];
        const fits = removed - exclusive + added <= room;
        if (fits) expect(sets).toBeDefined();
        if (removed - exclusive + urgent.length > room) expect(sets).toBeUndefined();
        seen[sets === undefined ? "none" : fits ? "all" : "some"]++;
        if (sets === undefined) return;
        const faults = faultsOf(problem, sets);
        // A rule whose description changes is gone for one set, which nothing but another rule can cover.
        if (exclusive > 0) faults.delete("an interruption");
        expect([...faults]).toEqual([]);
        for (const set of choice?.opening ?? []) expect(set.removed.length).toBeGreaterThanOrEqual(removed - exclusive);
        const opened = added > 0 ? choice?.opening.at(-1)?.added : [];
        expect(urgent.filter((rule) => !opened?.includes(rule))).toEqual([]);
        if (fits) expect(opened).toHaveLength(added);
      }),
      { numRuns: 2000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});
