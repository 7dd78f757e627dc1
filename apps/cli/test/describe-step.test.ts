import { normalizeRule, type GroupId, type Rule, type RuleDraft, type RuleId, type Step } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { planSchema } from "../src/plan-file/plan-schema.ts";
import { stepDescriber } from "../src/render/describe-step.ts";

function ruleOf(draft: Partial<RuleDraft>): Rule {
  const given = { direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: 22, to: 22 }, ...draft };
  const normalized = normalizeRule(given, "document");
  if (!normalized.ok || !normalized.rules[0]) throw new Error(JSON.stringify(normalized));
  return normalized.rules[0];
}

const groupId = "g1" as GroupId;
const update = (to: Partial<RuleDraft>): Step => ({
  kind: "update-rule",
  group: { id: groupId, name: "web" },
  ruleId: "r1" as RuleId,
  from: ruleOf({ description: "ssh" }),
  to: ruleOf(to),
});
const group = { key: "web", name: "web", base: "0".repeat(64), action: "delete", id: groupId, removed: [] } as const;

describe("an update of a rule is told", () => {
  it.each<[what: string, step: Step, wanted: string]>([
    ["as a relabel", update({ description: "login" }), "web: relabel ingress tcp/22 from any (IPv4)"],
    [
      "as a change, whatever becomes of the description",
      update({ remote: "10.0.0.0/8" }),
      "web: change ingress tcp/22 from any (IPv4) to ingress tcp/22 from 10.0.0.0/8 (IPv4)",
    ],
    [
      "with the names of groups",
      update({ remoteGroup: groupId }),
      "web: change ingress tcp/22 from any (IPv4) to ingress tcp/22 from group:web (IPv4)",
    ],
  ])("%s", (_, step, wanted) => {
    const plan = { target: "fra", cloud: "ionos", location: {}, groups: [group], waves: [[step]], unproved: [] };
    expect(stepDescriber(plan)(step)).toBe(wanted);
  });
});

describe("an update of a rule in a plan file", () => {
  const step = update({ ports: { from: 80, to: 80 } });
  const planWith = (changed: unknown): unknown => ({
    format: "secgroup-plan/1",
    targets: [{ target: "fra", cloud: "ionos", location: {}, groups: [group], waves: [[changed]], unproved: [] }],
  });

  it("is read as it was written", () => {
    const written: unknown = JSON.parse(JSON.stringify(planWith(step)));
    expect(planSchema.parse(written)).toEqual(written);
  });

  it.each([
    ["without what it is to become", { ...step, to: undefined }],
    ["with a rule that is not canonical", { ...step, from: { ...ruleOf({}), sourceMac: "02:01:0A:0B:0C:0D" } }],
    ["with a description beside the rules", { ...step, description: "new" }],
  ])("is refused %s", (_, changed) => {
    expect(planSchema.safeParse(planWith(changed)).success).toBe(false);
  });
});
