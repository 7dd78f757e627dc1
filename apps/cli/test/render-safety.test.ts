import {
  normalizeRule,
  type Packet,
  type Rule,
  type RuleId,
  type Step,
  type TargetPlan,
  type UnprovedStep,
} from "@secgroup/core";
import type { GroupId, MacAddress } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { renderSafety } from "../src/render/render-safety.ts";
import { stylesFor } from "../src/render/styles.ts";

const id = "g1" as GroupId;

function ruleOf(port: number): Rule {
  const normalized = normalizeRule(
    { direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: port, to: port } },
    "document",
  );
  if (!normalized.ok || !normalized.rules[0]) throw new Error("not a rule");
  return normalized.rules[0];
}

const create = (port: number): Step => ({ kind: "create-rule", group: { id, name: "web" }, rule: ruleOf(port) });
const packet: Packet = {
  direction: "ingress",
  ipVersion: "IPv4",
  protocol: "tcp",
  port: 443,
  remote: "10.0.0.1",
  memberOf: [{ kind: "group", id }],
  local: "10.0.0.2",
  sourceMac: "02:00:00:00:00:01" as MacAddress,
};
const interrupts: UnprovedStep = { reason: "interrupts", group: "web", wave: 0, step: 1, packet, traffic: [] };

function planWith(waves: TargetPlan["waves"], unproved: readonly UnprovedStep[] = [], target = "fra"): TargetPlan {
  const removed = [{ id: "r1" as RuleId, rule: ruleOf(443) }];
  const group = { key: "web", name: "web", base: "", action: "delete", id, removed } as const;
  return { target, cloud: "ionos", location: {}, groups: [group], waves, unproved };
}

function rendered(targets: readonly TargetPlan[]): readonly string[] {
  const writes = targets.flatMap(({ waves }) => waves.flat()).length;
  return renderSafety(targets, { writes }, stylesFor({ hasColor: false }));
}

describe("what a plan promises", () => {
  it.each<[what: string, targets: readonly TargetPlan[], wanted: string]>([
    ["one call", [planWith([[create(1)]])], "1 call, 1 wave, no interruption possible"],
    [
      "targets, which are written to at the same time",
      [planWith([[create(1)], [create(2)]]), planWith([[create(1), create(2)]])],
      "4 calls, 2 waves, no interruption possible",
    ],
  ])("is nothing but good for %s", (_what, targets, wanted) => {
    expect(rendered(targets)).toEqual([wanted]);
  });

  it("leaves out, by step and packet, what it cannot promise", () => {
    const remove: Step = { kind: "delete-rule", group: { id, name: "web" }, ruleId: "r1" as RuleId };
    const unproved: readonly UnprovedStep[] = [
      interrupts,
      { ...interrupts, handedOverTo: "front" },
      { reason: "exceeds-limit", group: "web", wave: 0, step: 0, rules: 101, limit: 100 },
    ];
    expect(rendered([planWith([[create(1), remove]], unproved), planWith([[create(1)]], [], "lux")])).toEqual([
      "3 calls, 1 wave; may be interrupted:",
      "  fra  web: remove ingress tcp/443 from any (IPv4): tcp/443 from 10.0.0.1, a member of web",
      "  fra  web: remove ingress tcp/443 from any (IPv4): tcp/443 from 10.0.0.1, a member of web, which front takes over",
      "  fra  web: add ingress tcp/1 from any (IPv4): 101 rules at once, the most is 100",
      "  apply needs --allow-interruption",
    ]);
  });

  it("keeps a long list to a screenful", () => {
    const waves = [Array.from({ length: 20 }, (_, index) => create(index + 1))];
    const unproved = Array.from({ length: 20 }, (_, step) => ({ ...interrupts, step }));
    const lines = rendered([planWith(waves, unproved)]);
    expect(lines).toHaveLength(7);
    expect(lines[5]).toBe("  … and 16 more (--json has all)");
  });
});
