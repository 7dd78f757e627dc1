import { expect, it } from "vitest";
import { searchRuleSets } from "../../../src/plan/order/search-rule-sets.ts";
import { inWords, problemOf, type WordedProblem } from "./rule-set-words.ts";

it.each<readonly [string, WordedProblem, readonly string[] | undefined]>([
  ["nothing to do", { old: "", new: "", room: 0 }, []],
  ["one set", { old: "-", new: "-", room: 2 }, ["new 1"]],
  [
    "more rules than the limit allows become fewer before others come",
    { old: "x - -", new: "x", room: 2 },
    ["old 1", "old 1, new 1", "new 1"],
  ],
  ["no way", { old: "x", new: "x", room: 1 }, undefined],
])("the fewest sets: %s", (_, problem, sets) => {
  expect(inWords(searchRuleSets(problemOf(problem)))).toEqual(sets);
});
