import { expect, it } from "vitest";
import { chooseRuleWrites } from "../../../src/plan/order/choose-rule-writes.ts";
import { describeRuleWaves, problemOf } from "./describe-rule-writes.ts";

/** Rules as `problemOf` reads them; rules of kind `x` can become `y`, and each kind itself. */
interface Case {
  readonly old: readonly string[];
  readonly coming: readonly string[];
  /** How many rules more each group may hold. */
  readonly room: readonly number[];
  readonly waves: readonly string[];
}

it.each<[string, Case]>([
  [
    "what no update is planned for is created at once",
    { old: ["ay"], coming: ["ay", "ax"], room: [1], waves: ["create 1, update 0 to 0"] },
  ],
  [
    "as many are updated as can be: each update is made once, for the kinds that it is planned for",
    {
      old: ["ax", "ax", "ay"],
      coming: ["ay", "ay", "ax"],
      room: [3],
      waves: ["update 0 to 0, update 1 to 2, update 2 to 1"],
    },
  ],
  [
    "what must stay goes once another covers it",
    { old: ["ax 0"], coming: ["ax 0"], room: [3], waves: ["create 0", "delete 0"] },
  ],
  [
    "of two that come, the one is created that an old rule waits for, so that the old one can become the other",
    { old: ["ax 0"], coming: ["ay", "ay 0"], room: [4], waves: ["create 1", "update 0 to 0"] },
  ],
  [
    "what one that comes has covered, no old rule waits for any more",
    {
      old: ["ax 1", "ax 0"],
      coming: ["ax 0", "ax 0", "ax 1"],
      room: [4],
      waves: ["create 0", "update 1 to 2", "update 0 to 1"],
    },
  ],
  [
    "all that old rules wait for comes at once",
    { old: ["ay 01"], coming: ["ax 1", "ax 0"], room: [2], waves: ["create 0, create 1", "delete 0"] },
  ],
  [
    "the last room is kept for what an old rule waits for",
    { old: ["ax 0"], coming: ["ax 0", "ay"], room: [1], waves: ["create 0", "delete 0", "create 1"] },
  ],
  [
    "where all find room, what no rule waits for comes at once",
    {
      old: ["ay 01", "ax 1"],
      coming: ["ay 01", "az"],
      room: [2],
      waves: ["create 1, delete 1", "create 0", "delete 0"],
    },
  ],
  [
    "whichever old rule is free first becomes the next that comes",
    {
      old: ["ay 1", "ax 0"],
      coming: ["ay 1", "ay 0"],
      room: [1],
      waves: ["create 0", "update 0 to 1", "delete 1"],
    },
  ],
  [
    "what nothing hangs on makes the room for what must overlap",
    { old: ["ay 0", "ax 0"], coming: ["ax 0"], room: [0], waves: ["delete 0", "create 0", "delete 1"] },
  ],
])("%s", (_, { old, coming, room, waves }) => {
  const chosen = chooseRuleWrites(problemOf(old, coming, ...room));
  expect(describeRuleWaves(chosen.waves)).toEqual(waves);
  expect(chosen.isSafe).toBe(true);
});

it.each<[string, Case]>([
  [
    "the rule goes on which least hangs",
    { old: ["ax 12", "az 0"], coming: ["az 012"], room: [0], waves: ["update 1 to 0", "delete 0"] },
  ],
  [
    "what another group can still hold comes first",
    {
      old: ["ax 0", "bx 1"],
      coming: ["ax", "ax", "bx 01"],
      room: [1, 0],
      waves: ["create 0", "update 0 to 1", "update 1 to 2"],
    },
  ],
])("where there is no way: %s", (_, { old, coming, room, waves }) => {
  const chosen = chooseRuleWrites(problemOf(old, coming, ...room));
  expect(describeRuleWaves(chosen.waves)).toEqual(waves);
  expect(chosen.isSafe).toBe(false);
});
