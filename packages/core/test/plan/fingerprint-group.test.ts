import { describe, expect, it } from "vitest";
import type { ObservedGroup, ObservedRule, RuleId } from "../../src/index.ts";
import { fingerprintGroup } from "../../src/plan/fingerprint-group.ts";
import { observedGroup } from "../support/changes.ts";
import { narrow, tcp } from "../support/describe-waves.ts";

const group: ObservedGroup = {
  ...observedGroup("web", [tcp(1), tcp(2)]),
  description: "site",
  tags: { a: "1", b: "2" },
  unreadable: [
    { id: "x" as RuleId, reason: "protocol 253" },
    { id: "y" as RuleId, reason: "protocol 254" },
  ],
};
const editRules = (edit: (rule: ObservedRule) => ObservedRule): ObservedGroup => ({
  ...group,
  rules: group.rules.map((rule, index) => (index === 1 ? edit(rule) : rule)),
});

const different: readonly (readonly [what: string, ObservedGroup | undefined])[] = [
  ["no group", undefined],
  ["a group", group],
  ["another id", { ...group, id: observedGroup("other", []).id }],
  ["another name", { ...group, name: "site" }],
  ["another description", { ...group, description: "web" }],
  ["name and description exchanged", { ...group, name: group.description, description: group.name }],
  ["a tag less", { ...group, tags: { a: "1" } }],
  ["a tag's other value", { ...group, tags: { a: "1", b: "3" } }],
  ["a tag's other key", { ...group, tags: { a: "1", c: "2" } }],
  ["values of two tags exchanged", { ...group, tags: { a: "2", b: "1" } }],
  ["a rule less", { ...group, rules: group.rules.slice(1) }],
  ["a rule's other id", editRules((rule) => ({ ...rule, id: "other" as RuleId }))],
  ["a rule that allows less", editRules((rule) => ({ ...rule, rule: narrow(2) }))],
  ["a rule's other description", editRules(({ rule, ...rest }) => ({ ...rest, rule: { ...rule, description: "x" } }))],
  ["an unreadable rule less", { ...group, unreadable: group.unreadable.slice(1) }],
  [
    "another unreadable rule",
    { ...group, unreadable: [{ id: "z" as RuleId, reason: "" }, ...group.unreadable.slice(1)] },
  ],
];

describe("everything that a plan builds on has a part in the fingerprint", () => {
  it("so that no two of these have the same", async () => {
    const named = new Map<string, string>();
    for (const [what, one] of different) {
      const fingerprint = await fingerprintGroup(one);
      expect(fingerprint, what).toMatch(/^[0-9a-f]{64}$/);
      expect(named.get(fingerprint), what).toBeUndefined();
      named.set(fingerprint, what);
    }
  });
});

describe("what a plan does not build on has none:", () => {
  it.each<[string, ObservedGroup]>([
    ["the order of rules", { ...group, rules: group.rules.toReversed() }],
    ["the order of tags", { ...group, tags: { b: "2", a: "1" } }],
    ["the order of unreadable rules", { ...group, unreadable: group.unreadable.toReversed() }],
    ["why a rule is unreadable", { ...group, unreadable: group.unreadable.map((rule) => ({ ...rule, reason: "" })) }],
    ["read-only tags", { ...group, readOnlyTags: { system: "yes" } }],
    ["how the cloud spells a rule", editRules((rule) => ({ ...rule, draft: { ...rule.draft, protocol: "TCP" } }))],
  ])("%s", async (_, other) => {
    expect(await fingerprintGroup(other)).toBe(await fingerprintGroup(group));
  });
});

it("is the same wherever and whenever it is made, since plans are kept in files", async () => {
  expect(await fingerprintGroup(undefined)).toBe("74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b");
});
