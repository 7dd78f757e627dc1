import { expect, it } from "vitest";
import { approachRuleSets } from "../../../src/plan/order/approach-rule-sets.ts";
import { inWords, problemOf, type WordedProblem } from "./rule-set-words.ts";

it.each<readonly [string, WordedProblem, readonly string[] | undefined]>([
  ["all at once where nothing hangs on the old rules", { old: "- -", new: "- -", room: 4 }, ["new 1 2"]],
  ["all beside the old ones where there is room", { old: "x y", new: "x y", room: 4 }, ["old 1 2, new 1 2", "new 1 2"]],
  [
    "an old rule on which nothing hangs goes while a new one comes",
    { old: "x -", new: "x -", room: 3 },
    ["old 1, new 1", "new 1 2"],
  ],
  [
    "rule by rule where there is room for one",
    { old: "x y", new: "y x", room: 3 },
    ["old 1 2, new 1", "old 1, new 1", "old 1, new 1 2", "new 1 2"],
  ],
  [
    "what relieves most comes first, and what relieves nothing last",
    { old: "x yz", new: "- x yz", room: 3 },
    ["old 1 2, new 3", "old 1, new 3", "old 1, new 2 3", "new 2 3", "new 1 2 3"],
  ],
  [
    "what is covered by a new rule already needs no second one",
    { old: "x yz", new: "yz yz x", room: 3 },
    ["old 1 2, new 1", "old 1, new 1", "old 1, new 1 3", "new 1 3", "new 1 2 3"],
  ],
  [
    "a rule that covers a part of what hangs on another comes once, and stays",
    { old: "pq r", new: "p r q", room: 4 },
    ["old 1 2, new 1 2", "old 1, new 1 2", "old 1, new 1 2 3", "new 1 2 3"],
  ],
  [
    "of old rules the large ones stay, since fewer of them do",
    { old: "xyz xy z", new: "xy z", room: 3 },
    ["old 1", "old 1, new 1 2", "new 1 2"],
  ],
  [
    "of old rules that cover the same one stays",
    { old: "x x x", new: "x", room: 3 },
    ["old 3", "old 3, new 1", "new 1"],
  ],
  [
    "of an old rule and a new one that cover the same the old one goes",
    { old: "x y y", new: "y x -", room: 4 },
    ["old 1 3, new 1", "old 1, new 1 2", "new 1 2 3"],
  ],
  [
    "a group over its limit first gives up what nothing hangs on",
    { old: "x - y -", new: "xy", room: 3 },
    ["old 1 3", "old 1 3, new 1", "new 1"],
  ],
  ["no room for anything", { old: "x y", new: "x y", room: 2 }, undefined],
])("%s", (_, problem, sets) => {
  expect(inWords(approachRuleSets(problemOf(problem)))).toEqual(sets);
});
