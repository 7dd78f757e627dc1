import { expect, it } from "vitest";
import type { Capabilities, GroupChanges, Rule } from "../../../src/index.ts";
import { memoryCapabilities } from "../../../src/memory/index.ts";
import { orderSafely } from "../../../src/plan/order/order-safely.ts";
import { proveWaves } from "../../../src/plan/prove/prove-waves.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { creationOf, deletionOf, updateOf } from "../../support/changes.ts";
import { describeWavesOfGroups, tcp } from "../../support/describe-waves.ts";

const from = (name: string): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroupName: name });

const byRule = memoryCapabilities;
const byRuleSet: Capabilities = { ...memoryCapabilities, writeGranularity: "rule-set" };

it.each<[string, Capabilities, GroupChanges[], string[][]]>([
  [
    "waits for the one that opens, wherever groups to delete stand in the list",
    byRule,
    [updateOf("a", [tcp(3)], []), deletionOf("gone", []), updateOf("b", [], [tcp(3)])],
    [["b: create 3"], ["a: delete 3"], ["gone: delete group"]],
  ],
  [
    "and so by rule sets",
    byRuleSet,
    [updateOf("a", [tcp(3)], []), deletionOf("gone", []), updateOf("b", [], [tcp(3)])],
    [["b: add 3"], ["a: keep nothing"], ["gone: delete group"]],
  ],
  [
    "waits for those it has to wait for only, wherever new groups stand in the list",
    byRule,
    [
      creationOf("new", [tcp(9)]),
      updateOf("a", [], [tcp(3)]),
      updateOf("b", [tcp(3)], []),
      updateOf("c", [tcp(5)], []),
    ],
    [["new: create group with 9", "a: create 3", "c: delete 5"], ["b: delete 3"]],
  ],
  [
    "waits until a new one has all its rules, those too that it could not be created with",
    byRule,
    [updateOf("a", [tcp(3)], []), creationOf("new", [from("new")])],
    [["new: create group"], ["new: create tcp from new"], ["a: delete 3"]],
  ],
  [
    "and so where the rules are one write",
    byRuleSet,
    [updateOf("a", [tcp(3)], []), creationOf("new", [from("new")])],
    [["new: create group"], ["new: add tcp from new"], ["a: keep nothing"]],
  ],
])("a group %s", (_, capabilities, changes, waves) => {
  const context = { capabilities, limits: { rulesPerGroup: 10 } };
  const ordered = orderSafely(changes, context);
  const before = changes.flatMap((change) => (change.kind === "create" ? [] : [change.observed]));
  expect(describeWavesOfGroups({ waves: ordered }, before)).toEqual(waves);
  expect(proveWaves(changes, ordered, context)).toEqual([]);
});
