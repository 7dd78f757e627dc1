import { describe, expect, it } from "vitest";
import type { OperationState, Rule, RuleDraft, RuleId } from "../../src/index.ts";
import { createMemoryCloud, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

const tcp = (port: number, parts: Partial<RuleDraft> = {}): Rule =>
  ruleOf({
    direction: "ingress",
    protocol: "tcp",
    ports: { from: port, to: port },
    remote: "10.0.0.0/8",
    description: "said",
    ...parts,
  });

/** A cloud whose only group has two rules, and an update of one of them, looked at until it ends. */
function updating(
  to: Rule,
  ruleId?: RuleId,
): { readonly cloud: MemoryCloud; readonly ids: readonly RuleId[]; readonly state: OperationState } {
  const cloud = createMemoryCloud(memoryCapabilities);
  const id = cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
  const ids = rules(cloud).map(([rule]) => rule);
  const [first = "" as RuleId] = ids;
  const group = { id, name: "web" };
  const { handle } = cloud.accept({ kind: "update-rule", group, ruleId: ruleId ?? first, from: tcp(22), to });
  cloud.operationState(handle);
  cloud.operationState(handle);
  return { cloud, ids, state: cloud.operationState(handle) };
}
const rules = (cloud: MemoryCloud): readonly (readonly [RuleId, Rule])[] =>
  cloud.groups().flatMap((group) => group.rules.map(({ id, rule }) => [id, rule] as const));

describe("an update of a rule", () => {
  it.each<[string, Rule]>([
    ["another port", tcp(443)],
    ["any address and no description", tcp(22, { remote: undefined, ipVersion: "IPv4", description: "" })],
    ["another description", tcp(22, { description: "new" })],
    ["nothing", tcp(22)],
  ])("to %s replaces it in its place, under its id", (_, to) => {
    const { cloud, ids, state } = updating(to);
    expect(state.status).toBe("succeeded");
    expect(rules(cloud)).toEqual([
      [ids[0], to],
      [ids[1], tcp(80)],
    ]);
    expect(cloud.groups()[0]?.rules[0]?.draft.description).toBe(to.description);
  });

  it("to one that equals another rule fails and changes nothing", () => {
    const { cloud, state } = updating(tcp(80, { description: "again" }));
    expect(state).toEqual({ status: "failed", message: "the group holds this rule already" });
    expect(rules(cloud).map(([, rule]) => rule)).toEqual([tcp(22), tcp(80)]);
  });

  it("that is not there fails and changes nothing", () => {
    const { cloud, state } = updating(tcp(443), "rule-gone" as RuleId);
    expect(state).toEqual({ status: "failed", message: "there is no rule rule-gone" });
    expect(rules(cloud).map(([, rule]) => rule)).toEqual([tcp(22), tcp(80)]);
  });
});
