import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRuleSets } from "../../../src/plan/order/choose-rule-sets.ts";
import type { RuleSetChoice, RuleSetProblem } from "../../../src/plan/order/rule-set-problem.ts";
import { coversAll } from "./arbitrary-coverage.ts";
import { faultsOf, problems, rulesOf } from "./rule-set-faults.ts";
import { inWords, problemOf, type WordedProblem } from "./rule-set-words.ts";

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

describe("the sets that are chosen", () => {
  it.each<readonly [string, WordedProblem, readonly string[]]>([
    ["nothing hangs on the old rules", { old: "- -", new: "- -", room: 4 }, ["new 1 2"]],
    ["nothing comes", { old: "- -", new: "", room: 4 }, ["nothing"]],
    ["nothing comes, and more stands than the limit allows", { old: "- - -", new: "", room: 2 }, ["nothing"]],
    [
      "nothing hangs on the old rules, and not all fits beside them",
      { old: "- -", new: "- - -", room: 4 },
      ["new 1 2", "new 1 2 3"],
    ],
    [
      "nothing hangs on the old rules, and nothing fits beside them",
      { old: "- - -", new: "- -", room: 2 },
      ["nothing", "new 1 2"],
    ],
    ["something hangs on them", { old: "x -", new: "- x", room: 4 }, ["old 1 2, new 1 2", "new 1 2"]],
    [
      "something hangs on one that stays until another has come",
      { old: "x", new: "- x", copies: 1, room: 2 },
      ["old 1, new 2", "new 2", "new 1 2"],
    ],
    ["nothing hangs on a copy", { old: "- -", new: "- -", copies: 1, room: 3 }, ["new 2", "new 1 2"]],
    [
      "many rules, and those beside the copy cover what hangs on it",
      { old: "x xy y - - -", new: "x - y - x -", copies: 1, room: 12 },
      ["old 2 3 4 5 6, new 2 3 4 5 6", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules, and new ones cover what hangs on the copy",
      { old: "x y y - - -", new: "x - y - x -", copies: 1, room: 12 },
      ["old 1 2 3 4 5 6, new 2 3 4 5 6", "old 2 3 4 5 6, new 2 3 4 5 6", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules, and old ones cover what hangs on the copy",
      { old: "x xy y - - -", new: "x - y - - -", copies: 1, room: 12 },
      ["old 2 3 4 5 6, new 2 3 4 5 6", "old 2 3 4 5 6, new 1 2 3 4 5 6", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules, and old ones with new ones cover what hangs on the copy",
      { old: "xy x z - - -", new: "xy y z - - -", copies: 1, room: 12 },
      [
        "old 1 2 3 4 5 6, new 2 3 4 5 6",
        "old 2 3 4 5 6, new 2 3 4 5 6",
        "old 2 3 4 5 6, new 1 2 3 4 5 6",
        "new 1 2 3 4 5 6",
      ],
    ],
    [
      "many rules, and nothing covers what hangs on the copy, so that it is interrupted",
      { old: "x - - - - -", new: "x - - - - -", copies: 1, room: 12 },
      ["new 2 3 4 5 6", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules of which not all fit side by side",
      { old: "x y - - - -", new: "x y - - - -", room: 8 },
      ["old 1 2, new 1 2", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules for which there is no room at all",
      { old: "u v w x y z", new: "u v w x y z", room: 6 },
      ["nothing", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules with a copy of which not all fit side by side",
      { old: "x - - - - -", new: "x - - - - -", copies: 1, room: 8 },
      ["new 2 3", "new 1 2 3 4 5 6"],
    ],
    [
      "many rules with a copy where more stand than the limit allows",
      { old: "x - - - - - -", new: "x - - - -", copies: 1, room: 6 },
      ["nothing", "new 1 2 3 4 5"],
    ],
  ])("when %s", (_, problem, sets) => {
    expect(inWords(chooseRuleSets(problemOf(problem)))).toEqual(sets);
  });
});
