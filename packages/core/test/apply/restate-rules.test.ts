import { describe, expect, it } from "vitest";
import type { GroupId, ListedGroup, RuleDraft, Step } from "../../src/index.ts";
import { restateRules } from "../../src/apply/restate-rules.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { observedGroup } from "../support/changes.ts";

const open = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 80, to: 80 }, remote: "0.0.0.0/0" });
const other = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 81, to: 81 }, remote: "0.0.0.0/0" });
const asWritten: RuleDraft = { direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: 80, to: 80 } };
const asStored: RuleDraft = { ...asWritten, remote: "0.0.0.0/0" };

const group = observedGroup("web", [open]);
const observed: readonly ListedGroup[] = [
  { rules: "listed", group: { ...group, rules: group.rules.map((rule) => ({ ...rule, draft: asStored })) } },
];
const set = (keep: readonly RuleDraft[], add: readonly (typeof open)[]): Step => ({
  kind: "update-group",
  group: { id: group.id, name: "web" },
  rules: { keep, add },
});

describe("a complete set of rules in a later wave", () => {
  it("keeps what an earlier one added, in the words of the cloud", () => {
    expect(restateRules(set([], [open, other]), observed, new Map())).toEqual(set([asStored], [other]));
  });

  it("keeps what stood in the words of the cloud by now", () => {
    expect(restateRules(set([asWritten], []), observed, new Map())).toEqual(set([asStored], []));
  });

  it("finds a group that the plan made by its name", () => {
    const step: Step = { kind: "update-group", group: { name: "web" }, rules: { keep: [], add: [open] } };
    const restated = restateRules(step, observed, new Map<string, GroupId>([["web", group.id]]));
    expect(restated).toEqual({ ...step, rules: { keep: [asStored], add: [] } });
  });

  it.each<[string, Step]>([
    ["another group", { ...set([asWritten], [open]), group: { id: "x" as GroupId, name: "web" } } as Step],
    ["a step without rules", { kind: "update-group", group: { id: group.id, name: "web" }, fields: { name: "x" } }],
    ["another label", set([], [{ ...open, description: "x" }])],
  ])("is left as it is: %s", (_, step) => {
    expect(restateRules(step, observed, new Map())).toEqual(step);
  });
});
