import { expect, it } from "vitest";
import type { GroupChanges, Rule, Step } from "../../../src/index.ts";
import { openFirst, writesOf } from "../../../src/plan/order/group-rule-sets.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { updateOf } from "../../support/changes.ts";
import { describeWaves, narrow, tcp } from "../../support/describe-waves.ts";
import { placed } from "./placed-updates.ts";

const below = (last: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 1, to: last }, remote: "10.0.0.0/8" });
const named = (description: string, rule: Rule): Rule => ({ ...rule, description });

const portOf = (rule: Rule): number => ("ports" in rule && rule.ports !== "all" ? rule.ports.from : 0);

/** The changes with a description of the group that changes too. */
function withFields(changes: GroupChanges): GroupChanges {
  if (changes.kind !== "update") return changes;
  return { ...changes, diff: { ...changes.diff, fields: { description: "new" } } };
}

const inWords = (steps: readonly Step[]): readonly string[] => describeWaves({ waves: [steps] }, []).flat();

it.each<readonly [string, GroupChanges, number, readonly string[]]>([
  ["no change is no write", updateOf("web", [tcp(1)], [tcp(1)]), 9, []],
  ["fields alone are one", withFields(updateOf("web", [tcp(1)], [tcp(1)])), 9, ["fields"]],
  [
    "fields go with the first write",
    withFields(updateOf("web", [tcp(1)], [narrow(1)])),
    9,
    ["fields, keep 1, add 1 narrow", "add 1 narrow"],
  ],
  [
    "rules that are kept take of the room",
    updateOf("web", [tcp(9), tcp(1), tcp(2)], [tcp(9), narrow(1), narrow(2)]),
    4,
    [
      "keep 9 1 2, add 2 narrow",
      "keep 9 1, add 2 narrow",
      "keep 9 1, add 1 narrow 2 narrow",
      "keep 9, add 1 narrow 2 narrow",
    ],
  ],
  [
    "a rule with another description goes before it comes, in as few writes as the others take",
    updateOf("web", [below(9), tcp(1), tcp(20)], [below(9), named("ssh", tcp(1)), narrow(20)], true),
    9,
    ["keep 1-9 20, add 20 narrow", 'keep 1-9, add 1 "ssh" 20 narrow'],
  ],
])("%s", (_, changes, rulesPerGroup, writes) => {
  expect(inWords(writesOf(placed(changes), { rulesPerGroup }))).toEqual(writes);
});

it.each<readonly [string, GroupChanges, number, readonly number[], readonly string[] | undefined, readonly string[]]>([
  ["no change is no write", updateOf("web", [tcp(1)], [tcp(1)]), 9, [], [], []],
  ["fields alone close nothing", withFields(updateOf("web", [tcp(1)], [tcp(1)])), 9, [], ["fields"], []],
  [
    "all that fits is opened at once, and fields go with it",
    withFields(updateOf("web", [tcp(1)], [tcp(2), tcp(3)])),
    3,
    [],
    ["fields, keep 1, add 2 3"],
    ["add 2 3"],
  ],
  [
    "what others wait for is opened before the rest",
    updateOf("web", [tcp(1)], [tcp(2), tcp(3)]),
    2,
    [3],
    ["keep 1, add 3"],
    ["add 3", "add 2 3"],
  ],
  ["nothing where that does not fit", updateOf("web", [tcp(1)], [tcp(2), tcp(3)]), 2, [2, 3], undefined, []],
])("opening first: %s", (_, changes, rulesPerGroup, ports, opening, closing) => {
  const { update } = placed(changes);
  const awaited = new Set(update.diff.create.filter((rule) => ports.includes(portOf(rule))));
  const writes = openFirst(placed(changes), { rulesPerGroup }, () => awaited);
  expect(writes && inWords(writes.opening)).toEqual(opening);
  expect(writes ? inWords(writes.closing) : []).toEqual(closing);
});
