import { describe, expect, it } from "vitest";
import type { GroupId, Rule, RuleId, Step } from "../../src/index.ts";
import { describeRule } from "../../src/describe/describe-rule.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import type { GroupState } from "./support/step-effect.ts";
import { walkStates } from "./support/walk-states.ts";

const tcp = (port: number, description = ""): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: port, to: port }, description });
const group = { name: "g" };
const id = (port: number): RuleId => String(port) as RuleId;
const create = (port: number): Step => ({ kind: "create-rule", group, rule: tcp(port) });
const remove = (port: number): Step => ({ kind: "delete-rule", group, ruleId: id(port) });
const update = (from: number, to: Rule): Step => ({
  kind: "update-rule",
  group,
  ruleId: id(from),
  from: tcp(from),
  to,
});
const patch = (keep: readonly number[], add: readonly number[]): Step => ({
  kind: "update-group",
  group,
  rules: { keep: keep.map((port) => draftOf(tcp(port))), add: add.map((port) => tcp(port)) },
});

describe("the states that a group with tcp/1 and tcp/2 passes through", () => {
  it.for<[name: string, waves: Step[][], states: string[]]>([
    ["a create", [[create(3)]], ["1 2 (2)", "1 2 3 (3)"]],
    ["a create and a delete at once", [[create(3), remove(1)]], ["1 2 (2)", "1 2 3 (3)", "2 (1)", "2 3 (2)"]],
    ["a create, then a delete", [[create(3)], [remove(1)]], ["1 2 (2)", "1 2 3 (3)", "1 2 3 (3)", "2 3 (2)"]],
    ["an update, with neither in between", [[update(1, tcp(3))]], ["1 2 (2)", "2 (2)", "2 3 (2)"]],
    ["an update of the description alone", [[update(1, tcp(1, "new"))]], ["1 2 (2)", "1 2 (2)"]],
    [
      "a rule set, whose rules come and go in any order",
      [[patch([2], [3])]],
      ["1 2 (2)", "1 2 3 (3)", "2 (1)", "2 3 (2)"],
    ],
    [
      "a second rule set that states what the first has added",
      [[patch([1, 2], [3])], [patch([2], [3])]],
      ["1 2 (2)", "1 2 3 (3)", "1 2 3 (3)", "2 3 (2)"],
    ],
    ["the end of the group", [[{ kind: "delete-group", group }]], [" (0)", "1 2 (2)"]],
  ])("on %s", ([, waves, states]) => {
    const moments = [...walkStates(held(), waves)].map(({ groups }) => describeState(groups.get("g")));
    expect(moments.toSorted()).toEqual(states.toSorted());
  });

  it("are those of each group combined", () => {
    const both = new Map([...held(), ["h", []] as const]);
    const step: Step = { kind: "create-rule", group: { name: "h" }, rule: tcp(9) };
    const moments = [...walkStates(both, [[create(3), step]])].map(({ groups }) =>
      [...groups.values()].map(describeState),
    );
    expect(moments.map((states) => states.join(", ")).toSorted()).toEqual([
      "1 2 (2),  (0)",
      "1 2 (2), 9 (1)",
      "1 2 3 (3),  (0)",
      "1 2 3 (3), 9 (1)",
    ]);
  });

  it("do not include a group that goes while another names it", () => {
    const naming: Rule = { ...tcp(9), remote: { kind: "group", id: "g" as GroupId } };
    const both = new Map([...held(), ["h", [{ id: id(9), rule: naming }]] as const]);
    const end: Step = { kind: "delete-group", group };
    const first: Step = { kind: "delete-rule", group: { name: "h" }, ruleId: id(9) };
    expect(() => [...walkStates(both, [[end]])]).toThrow("still names the group g");
    expect([...walkStates(both, [[first], [end]])]).toHaveLength(4);
  });

  it.for<[problem: string, waves: Step[][]]>([
    ["has no rule 7", [[remove(7)]]],
    ["has no rule 1", [[remove(1)], [remove(1)]]],
    ["change the same rule", [[remove(1), update(1, tcp(3))]]],
    ["states all rules", [[patch([1], []), patch([2], [])]]],
    ["is another", [[update(1, tcp(3))], [update(1, tcp(4))]]],
    ["no group g", [[{ kind: "delete-group", group }], [create(3)]]],
    ["a group g already", [[{ kind: "create-group", name: "g", rules: [] }]]],
    [
      "no group new",
      [[{ kind: "create-rule", group, rule: { ...tcp(3), remote: { kind: "named-group", name: "new" } } }]],
    ],
  ])("are none when a step cannot be run: %s", ([problem, waves]) => {
    expect(() => [...walkStates(held(), waves)]).toThrow(problem);
  });
});

function held(): Map<string, readonly { readonly id: RuleId; readonly rule: Rule }[]> {
  return new Map([["g", [1, 2].map((port) => ({ id: id(port), rule: tcp(port) }))]]);
}

function describeState(state: GroupState | undefined): string {
  const ports = state?.rules.map((rule) => /\d+/.exec(describeRule(rule))?.[0]).toSorted();
  return `${ports?.join(" ")} (${state?.count})`;
}
