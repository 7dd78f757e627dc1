import { describe, expect, it } from "vitest";
import {
  no,
  refuseUnsupported,
  SecurityGroupError,
  type Capabilities,
  type GroupFieldsChange,
  type GroupId,
  type ResolvedStep,
  type Rule,
  type RuleDraft,
  type RuleId,
} from "../../src/index.ts";
import { memoryCapabilities } from "../../src/memory/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

const group = { id: "g1" as GroupId, name: "web" };
const draft: RuleDraft = { direction: "ingress", protocol: "tcp", ports: { from: 80, to: 80 }, ipVersion: "IPv4" };

/** The refusal of an update of the rule to one that differs in these parts. */
function refusal(parts: Partial<RuleDraft>, capabilities: Partial<Capabilities> = {}): SecurityGroupError | undefined {
  const step: ResolvedStep = {
    kind: "update-rule",
    group,
    ruleId: "r1" as RuleId,
    from: ruleOf(draft),
    to: ruleOf({ ...draft, ...parts }),
  };
  try {
    refuseUnsupported(step, { ...memoryCapabilities, ...capabilities });
    return undefined;
  } catch (error) {
    if (SecurityGroupError.is(error)) return error;
    throw error;
  }
}

describe("an update of a rule", () => {
  it.each<[string, Partial<RuleDraft>, Partial<Capabilities>]>([
    ["of what can change", { remote: "10.0.0.0/8", ports: undefined, description: "new" }, {}],
    ["of nothing", {}, {}],
  ])("passes: %s", (_, parts, capabilities) => {
    expect(refusal(parts, capabilities)).toBeUndefined();
  });

  it.each<[string, Partial<RuleDraft>, Partial<Capabilities>, field: string, message: string]>([
    [
      "where rules cannot be updated",
      { description: "new" },
      { ruleUpdates: no("rules are carved in stone") },
      "rules",
      "Memory cannot change this rule in place: rules are carved in stone",
    ],
    [
      "of what stays",
      { protocol: "udp" },
      {},
      "protocol",
      "Memory cannot change this rule in place: its protocol stays as it was created",
    ],
    [
      "that lifts what cannot be lifted",
      { ports: undefined },
      { ruleUpdates: { supported: true, immutable: [], unclearable: ["ports"] } },
      "ports",
      "Memory cannot change this rule in place: its ports can change, but not be cleared",
    ],
    [
      "to a rule that could not be created",
      { local: "10.0.0.7" },
      { localAddress: no("it does not know the server") },
      "local",
      "Memory cannot express this rule: it does not know the server",
    ],
    [
      "to a description that is too long",
      { description: "four" },
      { ruleDescription: { minLength: 0, maxLength: 3 } },
      "description",
      "Memory cannot express this rule: it has 4 characters, the most is 3",
    ],
    [
      "where all rules are one write",
      { description: "new" },
      { writeGranularity: "rule-set" },
      "rules",
      "Memory takes all rules of a group in one write, not the step update-rule",
    ],
  ])("is refused %s", (_, parts, capabilities, field, message) => {
    expect(refusal(parts, capabilities)).toMatchObject({
      code: "unsupported",
      message,
      place: { group: "web", field },
    });
  });

  it("is refused with what to do", () => {
    expect(refusal({ protocol: "udp" })?.hint).toContain("Make a new plan");
    expect(refusal({ local: "10.0.0.7" }, { localAddress: no("no servers") })?.hint).toContain("Change the rule");
  });

  it("is refused with the rule as it stands", () => {
    expect(refusal({ protocol: "udp" })?.place.rule).toBe("ingress tcp/80 from any (IPv4)");
  });
});

/** What is refused of a step, as field and message. */
function refused(step: ResolvedStep, capabilities: Partial<Capabilities> = {}): readonly (string | undefined)[] {
  try {
    refuseUnsupported(step, { ...memoryCapabilities, ...capabilities });
    return [];
  } catch (error) {
    if (!SecurityGroupError.is(error)) throw error;
    expect(error).toMatchObject({ code: "unsupported", place: { group: "web" } });
    return [error.place.field, error.message];
  }
}

const ruleId = "r1" as RuleId;
const rule = ruleOf(draft);
const short = { minLength: 0, maxLength: 2 };
const set = (add: readonly Rule[] = []): ResolvedStep => ({
  kind: "update-group",
  group,
  rules: { keep: [draft], add },
});
const change = (fields: GroupFieldsChange): ResolvedStep => ({ kind: "update-group", group, fields });
const create = (parts: Partial<Extract<ResolvedStep, { readonly kind: "create-group" }>> = {}): ResolvedStep => ({
  kind: "create-group",
  name: "web",
  rules: [],
  ...parts,
});

describe("a step passes", () => {
  it.each<[string, ResolvedStep, Partial<Capabilities>]>([
    ["that creates a rule", { kind: "create-rule", group, rule }, {}],
    ["that deletes a rule", { kind: "delete-rule", group, ruleId }, {}],
    ["that deletes a group", { kind: "delete-group", group }, { writeGranularity: "rule-set" }],
    ["that creates a group", create({ rules: [rule] }), { writeGranularity: "rule-set" }],
    ["that writes a set", set([rule]), { writeGranularity: "rule-set" }],
    ["that writes fields alone, rule by rule", change({ description: "new" }), {}],
    ["that writes fields alone, by sets", change({ description: "new" }), { writeGranularity: "rule-set" }],
    ["in a group with a name that would not be accepted", { kind: "create-rule", group, rule }, { groupName: short }],
    ["that leaves such a name as it is", change({ description: "new" }), { groupName: short }],
    ["without tags where there are none", change({ description: "new" }), { tags: no("no tags") }],
    ["that says of a new group that it has no tags", create({ tags: {} }), { tags: no("no tags") }],
  ])("%s", (_, step, capabilities) => {
    expect(refused(step, capabilities)).toEqual([]);
  });
});

describe("a step is refused", () => {
  const bySet = { writeGranularity: "rule-set" } as const;
  const allRules = (kind: string): string => `Memory takes all rules of a group in one write, not the step ${kind}`;

  it.each<[string, ResolvedStep, Partial<Capabilities>, field: string, message: string]>([
    ["that creates a rule", { kind: "create-rule", group, rule }, bySet, "rules", allRules("create-rule")],
    ["that deletes a rule", { kind: "delete-rule", group, ruleId }, bySet, "rules", allRules("delete-rule")],
    ["that writes a set", set(), {}, "rules", "Memory takes each rule as a write of its own, not a complete set"],
    [
      "with a rule in a set that cannot be expressed",
      set([ruleOf({ ...draft, local: "10.0.0.7" })]),
      { ...bySet, localAddress: no("no servers") },
      "local",
      "Memory cannot express this rule: no servers",
    ],
    [
      "with the name of a new group",
      create(),
      { groupName: short },
      "name",
      'Memory does not accept the name "web": it has 3 characters, the most is 2',
    ],
    [
      "with a group's new name",
      change({ name: "site" }),
      { groupName: short },
      "name",
      'Memory does not accept the name "site": it has 4 characters, the most is 2',
    ],
    [
      "with the description of a new group",
      create({ description: "long" }),
      { groupDescription: short },
      "description",
      "Memory does not accept the description: it has 4 characters, the most is 2",
    ],
    [
      "with a group's new description",
      change({ description: "long" }),
      { groupDescription: short },
      "description",
      "Memory does not accept the description: it has 4 characters, the most is 2",
    ],
    [
      "with the tags of a new group",
      create({ tags: { a: "1" } }),
      { tags: no("none") },
      "tags",
      "Memory has no tags on groups: none",
    ],
    [
      "with a group's tags",
      change({ tags: { a: null } }),
      { tags: no("none") },
      "tags",
      "Memory has no tags on groups: none",
    ],
  ])("%s", (_, step, capabilities, field, message) => {
    expect(refused(step, capabilities)).toEqual([field, message]);
  });
});
