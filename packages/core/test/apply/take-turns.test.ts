import { expect, it } from "vitest";
import { takeTurns } from "../../src/apply/take-turns.ts";
import type { RuleId, Step } from "../../src/index.ts";
import type { GroupReference } from "../../src/plan/step.ts";
import { idOf } from "../support/group-plans.ts";

const remove = (group: GroupReference, rule: string): Step => ({
  kind: "delete-rule",
  group,
  ruleId: rule as RuleId,
});
const create = (name: string): Step => ({ kind: "create-group", name, rules: [] });
const web: GroupReference = { id: idOf("web"), name: "same" };
const database: GroupReference = { id: idOf("database"), name: "same" };

it.each<[string, readonly Step[], readonly number[]]>([
  [
    "groups that stand, each by its id, whatever their names",
    [remove(web, "1"), remove(web, "2"), remove(web, "3"), remove(database, "4"), remove(database, "5")],
    [0, 3, 1, 4, 2],
  ],
  [
    "groups without an id yet, each by its name",
    [remove({ name: "a" }, "1"), remove({ name: "a" }, "2"), remove({ name: "b" }, "3")],
    [0, 2, 1],
  ],
  ["new groups, with their own later writes", [create("a"), remove({ name: "a" }, "1"), create("b")], [0, 2, 1]],
  ["one group alone, which keeps its order", [remove(web, "1"), remove(web, "2"), remove(web, "3")], [0, 1, 2]],
  ["nobody", [], []],
])("turns are taken by %s", (_, wave, wanted) => {
  expect(takeTurns(wave)).toEqual(wanted.map((index) => wave[index]));
});
