import { describe, expect, it } from "vitest";
import { hasConverged, type Adapter, type GroupId, type Rule, type RuleId } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const everything = ruleOf({ direction: "ingress", remote: "10.0.0.0/8" });
const never = new AbortController().signal;

type Meddle = (adapter: Adapter, group: GroupId) => Promise<unknown>;

const submit =
  (...steps: Parameters<Adapter["submit"]>[0][]): Meddle =>
  async (adapter) => {
    for (const step of steps) {
      const operation = await adapter.submit(step, never);
      for (let look = 0; look < 3; look++) await adapter.readOperations([operation], never);
    }
  };

/** A target on which somebody else does something once the first wave of an apply has been sent. */
function meddledWith(meddle: Meddle): MemoryTarget {
  let isMeddled = false;
  let first: GroupId | undefined;
  return memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      const operation = await adapter.submit(step, signal);
      if (step.kind !== "create-group") first ??= step.group.id;
      return operation;
    },
    readOperations: async (operations, signal) => {
      const states = await adapter.readOperations(operations, signal);
      if (!isMeddled && first !== undefined && states.every(({ status }) => status === "succeeded")) {
        isMeddled = true;
        await meddle(adapter, first);
      }
      return states;
    },
  }));
}

describe("what somebody else does while a plan is applied stops it before its next wave:", () => {
  const group = "group-1" as GroupId;
  const web = { id: group, name: "web" };
  it.each<[string, Meddle, string]>([
    ["a rule is added", submit({ kind: "create-rule", group: web, rule: tcp(9) }), "gained the rule ingress tcp/9"],
    [
      "a rule is added that the plan adds too",
      submit({ kind: "delete-rule", group: web, ruleId: "rule-3" as RuleId }),
      "lost the rule ingress tcp/22",
    ],
    [
      "the description is changed",
      submit({ kind: "update-group", group: web, fields: { description: "x" } }),
      'has the description "x"',
    ],
    ["the name is changed", submit({ kind: "update-group", group: web, fields: { name: "x" } }), 'has the name "x"'],
    ["a tag is set", submit({ kind: "update-group", group: web, fields: { tags: { a: "b" } } }), "has other tags"],
    ["the group is deleted", submit({ kind: "delete-group", group: web }), "the group web is gone"],
  ])("%s", async (_, meddle, message) => {
    const target = meddledWith(meddle);
    target.cloud.seed({ name: "web", rules: [everything, tcp(22)] });
    const plan = await target.plan([present("web", { rules: [tcp(22), tcp(80), tcp(81)] })]);
    expect(plan.targets[0]?.waves).toHaveLength(2);
    const report = await target.apply(plan);
    expect(report.targets[0]?.error).toMatchObject({ code: "stale-plan", message: expect.stringContaining(message) });
    expect(report.targets[0]?.steps.map(({ status }) => status)).toEqual(["done", "done", "not-done"]);
  });

  it("not what happens to a group that the plan does not speak of", async () => {
    const target = meddledWith(submit({ kind: "create-group", name: "other", rules: [] }));
    target.cloud.seed({ name: "web", rules: [everything] });
    const plan = await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]);
    expect(hasConverged(await target.apply(plan))).toBe(true);
  });
});

describe("an apply that finds the cloud at work on its groups", () => {
  it("waits until it is quiet, and finds the plan stale when that changed something", async () => {
    const target = memoryTarget();
    const id = target.cloud.seed({ name: "web", rules: [] });
    const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
    await target.adapter.submit({ kind: "create-rule", group: { id, name: "web" }, rule: tcp(80) }, never);
    await expect(target.apply(plan)).rejects.toMatchObject({ code: "stale-plan" });
    expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual([tcp(80)]);
  });

  it("goes on when it did not", async () => {
    const target = memoryTarget();
    const id = target.cloud.seed({ name: "web", rules: [] });
    const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
    target.cloud.failNextOperation("no");
    await target.adapter.submit({ kind: "create-rule", group: { id, name: "web" }, rule: tcp(80) }, never);
    expect(hasConverged(await target.apply(plan))).toBe(true);
    expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual([tcp(80)]);
  });

  it("does not wait for other groups", async () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [] });
    const other = target.cloud.seed({ name: "other", rules: [] });
    const plan = await target.plan([present("web", { rules: [], description: "x" })]);
    await target.adapter.submit({ kind: "create-rule", group: { id: other, name: "other" }, rule: tcp(80) }, never);
    expect(hasConverged(await target.apply(plan))).toBe(true);
    expect(target.cloud.pending()).toHaveLength(1);
  });
});

it("of two applies of one plan at once, at least one notices and stops, and a new plan makes all good", async () => {
  const target = memoryTarget();
  target.cloud.seed({ name: "web", rules: [everything] });
  const wishes = [present("web", { rules: [tcp(80), tcp(81)] })];
  const plan = await target.plan(wishes);
  const ended = await Promise.allSettled([target.apply(plan), target.apply(plan)]);
  const converged = ended.filter((one) => one.status === "fulfilled" && hasConverged(one.value));
  expect(converged.length).toBeLessThanOrEqual(1);
  expect(hasConverged(await target.apply(await target.plan(wishes)))).toBe(true);
  expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual([tcp(80), tcp(81)]);
});
