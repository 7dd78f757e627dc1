import { describe, expect, it } from "vitest";
import type { Capabilities, Rule, RuleId, Step, Wave } from "../../src/index.ts";
import { memoryCapabilities } from "../../src/memory/memory-capabilities.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { findViolations } from "./support/check-laws.ts";
import { creationOf, deletionOf, updateOf } from "./support/group-changes.ts";
import type { SmallChange } from "./support/small-changes.ts";
import type { PlanInput } from "./support/small-plans.ts";
import type { Law } from "./support/violation.ts";

const ports = (from: number, to = from, description = ""): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from, to }, description });
const group = { name: "g" };
const create = (rule: Rule): Step => ({ kind: "create-rule", group, rule });
const remove = (index: number): Step => ({ kind: "delete-rule", group, ruleId: `g-${index}` as RuleId });
const update = (index: number, from: Rule, to: Rule): Step => ({
  kind: "update-rule",
  group,
  ruleId: `g-${index}` as RuleId,
  from,
  to,
});
const patch = (...rules: readonly Rule[]): Step => ({ kind: "update-group", group, rules: { keep: [], add: rules } });

type Case = [name: string, old: Rule[], wanted: Rule[], limit: number, waves: Wave[], laws: Law[]];

describe("the laws on a cloud that is written rule by rule", () => {
  const [wide, narrow, other] = [ports(20, 26), ports(20, 23), ports(24)];
  it.for<Case>([
    ["a safe change", [wide], [narrow], 2, [[create(narrow)], [remove(0)]], []],
    ["a peak above the limit", [wide], [narrow], 1, [[create(narrow)], [remove(0)]], ["stays within the limit"]],
    ["a delete too early", [wide], [narrow], 2, [[remove(0)], [create(narrow)]], ["keeps what stays"]],
    ["a delete at the same time", [wide], [narrow], 2, [[remove(0), create(narrow)]], ["keeps what stays"]],
    ["an update of what is needed", [wide], [narrow], 2, [[update(0, wide, narrow)]], ["keeps what stays"]],
    ["an update of what is not", [narrow], [other], 1, [[update(0, narrow, other)]], []],
    ["a rule too many in between", [wide], [wide, narrow], 9, [[create(other), create(narrow)]], ["ends as wanted"]],
    ["a rule that nobody wants", [narrow], [narrow], 9, [[create(other)]], ["opens nothing else", "ends as wanted"]],
    ["a rule twice", [narrow], [narrow], 9, [[create(narrow)]], ["holds no rule twice", "ends as wanted"]],
    ["a label that is lost", [narrow], [ports(20, 23, "a")], 9, [], ["ends as wanted"]],
    ["a set of rules", [narrow], [narrow], 9, [[patch(narrow)]], ["can be run"]],
    ["an update of a fixed field", [ports(24)], [udp(24)], 9, [[update(0, ports(24), udp(24))]], ["can be run"]],
  ])("%s", (given) => {
    expectLaws(given, "rule");
  });
});

describe("the laws on a cloud that takes whole rule sets", () => {
  const [wide, narrow, other] = [ports(20, 26), ports(20, 23), ports(24)];
  it.for<Case>([
    ["union, then target", [wide], [narrow], 2, [[patch(wide, narrow)], [patch(narrow)]], []],
    ["too large a union", [wide], [narrow], 1, [[patch(wide, narrow)], [patch(narrow)]], ["stays within the limit"]],
    ["the target at once", [wide], [narrow], 2, [[patch(narrow)]], ["keeps what stays"]],
    ["the target at once, with room", [narrow], [other], 2, [[patch(other)]], []],
    ["the target at once, without room", [narrow], [other], 1, [[patch(other)]], ["stays within the limit"]],
    ["a single rule", [narrow], [other, narrow], 9, [[create(other)]], ["can be run"]],
    ["a label at once", [wide, other], [wide, label(other)], 9, [[patch(wide, label(other))]], ["holds no rule twice"]],
    ["a label in two writes", [wide, other], [wide, label(other)], 9, [[patch(wide)], [patch(wide, label(other))]], []],
  ])("%s", (given) => {
    expectLaws(given, "rule-set");
  });

  it("counts what is kept and what is added", () => {
    const step: Step = { kind: "update-group", group, rules: { keep: [draftOf(wide)], add: [narrow] } };
    expectLaws(["", [wide], [wide, narrow], 1, [[step]], ["stays within the limit"]], "rule-set");
  });
});

describe("the laws about groups as a whole", () => {
  const context = { capabilities: memoryCapabilities, limits: { rulesPerGroup: 9 } };
  const change: SmallChange = { old: [ports(22)], wanted: [ports(22)] };

  it("want a group's own fields to change once", () => {
    const input = { ...context, changes: [updateOf("g", change, { relabels: true, describes: true })] };
    const step: Step = { kind: "update-group", group, fields: { description: "changed" } };
    expect(lawsBroken(input, [[step]])).toEqual([]);
    expect(lawsBroken(input, [])).toEqual(["ends as wanted"]);
    expect(lawsBroken(input, [[step], [step]])).toEqual(["ends as wanted"]);
  });

  it("want a group to come with its rules, and to go", () => {
    const creation = { ...context, changes: [creationOf("g", change)] };
    expect(lawsBroken(creation, [[{ kind: "create-group", name: "g", rules: [ports(22)] }]])).toEqual([]);
    expect(lawsBroken(creation, [[{ kind: "create-group", name: "g", rules: [] }]])).toEqual(["ends as wanted"]);
    expect(lawsBroken(creation, [])).toEqual(["ends as wanted"]);
    const deletion = { ...context, changes: [deletionOf("g", change)] };
    expect(lawsBroken(deletion, [[{ kind: "delete-group", group }]])).toEqual([]);
    expect(lawsBroken(deletion, [[remove(0)]])).toEqual(["ends as wanted"]);
  });
});

function expectLaws(
  [, old, wanted, rulesPerGroup, waves, laws]: Case,
  granularity: Capabilities["writeGranularity"],
): void {
  const input = {
    changes: [updateOf("g", { old, wanted }, { relabels: true })],
    capabilities: { ...memoryCapabilities, writeGranularity: granularity },
    limits: { rulesPerGroup },
  };
  expect(lawsBroken(input, waves)).toEqual(laws);
}

function lawsBroken(input: PlanInput, waves: readonly Wave[]): readonly Law[] {
  return [...new Set([...findViolations(input, waves)].map(({ law }) => law))];
}

function udp(port: number): Rule {
  return ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "udp", ports: { from: port, to: port } });
}

function label(rule: Rule): Rule {
  return { ...rule, description: "new" };
}
