import { expect, it } from "vitest";
import { resolveStep } from "../../src/apply/resolve-step.ts";
import type { GroupId, Rule, RuleId, Step } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

const office: Rule = ruleOf({ direction: "ingress", protocol: "tcp", remote: "10.0.0.0/8" });
const named: Rule = { ...office, remote: { kind: "named-group", name: "new" } };
const step: Step = { kind: "update-rule", group: { name: "web" }, ruleId: "r1" as RuleId, from: office, to: named };
const ids = (...names: readonly string[]): ReadonlyMap<string, GroupId> =>
  new Map(names.map((name) => [name, `id-${name}` as GroupId]));

it("an update of a rule names new groups by their ids, its own and those that the rule refers to", () => {
  expect(resolveStep(step, ids("web", "new"))).toEqual({
    ...step,
    group: { id: "id-web", name: "web" },
    to: { ...office, remote: { kind: "group", id: "id-new" } },
  });
});

it.each([
  ["its own group", ids("new")],
  ["the group that the rule refers to", ids("web")],
])("an update of a rule fails while the cloud has told no id of %s", (_, created) => {
  expect(() => resolveStep(step, created)).toThrow(
    expect.objectContaining({
      code: "operation-failed",
      message: expect.stringContaining("the cloud did not tell the id of the new group"),
      hint: expect.stringMatching(/make a new plan/i),
    }),
  );
});
