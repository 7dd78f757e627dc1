import { describe, expect, it } from "vitest";
import {
  hasConverged,
  SecurityGroupError,
  type Capabilities,
  type ErrorCode,
  type Rule,
  type Step,
  type TargetPlan,
  type Wave,
} from "../../src/index.ts";
import { arrange, asPlanned, canBeSplit, changeManner, type Manner } from "../../src/apply/manner.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });

/** A cloud that takes one write at a time and refuses every other while it is at work. */
function oneAtATime(code: ErrorCode): MemoryTarget & { readonly refusals: () => number } {
  let refusals = 0;
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      if ((await adapter.listOperations(signal)).length === 0) return adapter.submit(step, signal);
      refusals++;
      throw new SecurityGroupError(code, "busy", { retryable: code === "conflict" });
    },
  }));
  return { ...target, refusals: () => refusals };
}

describe("a cloud that refuses a write while another one is under way", () => {
  it.each<ErrorCode>(["conflict", "rejected"])("with %s gets them one by one, and is refused no more", async (code) => {
    const target = oneAtATime(code);
    target.cloud.seed({ name: "web", rules: [tcp(1)] });
    const wishes = [present("web", { rules: Array.from({ length: 12 }, (_, index) => tcp(80 + index)) })];
    const report = await target.apply(await target.plan(wishes));
    expect(report.targets[0]?.error).toBeUndefined();
    expect(target.refusals()).toBeLessThan(12);
    expect(target.cloud.accepted).toHaveLength(12);
    expect((await target.plan(wishes)).targets[0]?.waves).toEqual([]);
  });
});

describe("a cloud that refuses", () => {
  it("a group that comes with its rules gets them one after the other", async () => {
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        if (step.kind === "create-group" && step.rules.length > 0)
          throw new SecurityGroupError("rejected", "rules are not allowed here");
        return adapter.submit(step, signal);
      },
    }));
    const wishes = [present("web", { rules: [tcp(80), tcp(81)] }), present("other", { rules: [tcp(1)] })];
    expect(hasConverged(await target.apply(await target.plan(wishes)))).toBe(true);
    expect(target.cloud.accepted.map(({ kind }) => kind)).toEqual([
      "create-group",
      "create-group",
      "create-rule",
      "create-rule",
      "create-rule",
    ]);
  });

  it("one write of several for good is asked once more, alone, and then left", async () => {
    let sent = 0;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        const isBad =
          step.kind === "create-rule" &&
          "ports" in step.rule &&
          step.rule.ports !== "all" &&
          step.rule.ports.from === 81;
        if (!isBad) return adapter.submit(step, signal);
        sent++;
        throw new SecurityGroupError("rejected", "not this one");
      },
    }));
    target.cloud.seed({ name: "web" });
    const report = await target.apply(await target.plan([present("web", { rules: [tcp(80), tcp(81), tcp(82)] })]));
    expect(report.targets[0]?.error).toMatchObject({ code: "rejected", message: "not this one" });
    expect(sent).toBe(2);
  });
});

const web = { name: "web" };
const bare: Step = { kind: "create-group", name: "web", rules: [] };
const full: Step = { kind: "create-group", name: "web", description: "d", rules: [tcp(80), tcp(81)] };
const rule: Step = { kind: "create-rule", group: { name: "other" }, rule: tcp(1) };
const gone: Step = { kind: "delete-group", group: { name: "old" } };

describe("a step", () => {
  it.each<[boolean, string, Capabilities["writeGranularity"], Step]>([
    [true, "a new group with rules", "rule", full],
    [false, "a new group without rules", "rule", bare],
    [false, "a new group where rules have no writes of their own", "rule-set", full],
    [false, "another step", "rule", rule],
  ])("can be split: %s, for %s", (wanted, _, writeGranularity, step) => {
    expect(canBeSplit(step, { writeGranularity })).toBe(wanted);
  });
});

describe("waves", () => {
  const split: readonly Wave[] = [
    [gone, { ...full, rules: [] }, rule],
    [
      { kind: "create-rule", group: web, rule: tcp(80) },
      { kind: "create-rule", group: web, rule: tcp(81) },
    ],
    [rule, gone],
    [bare],
  ];
  const planned: readonly Wave[] = [[gone, full, rule], [rule, gone], [bare]];

  it.each<[string, Manner, readonly Wave[]]>([
    ["stay as planned at first", asPlanned(), planned],
    ["have one step each", { oneByOne: true, splitsCreations: false }, planned.flat().map((step) => [step])],
    ["have new groups without their rules, which follow", { oneByOne: false, splitsCreations: true }, split],
    ["have both", { oneByOne: true, splitsCreations: true }, split.flat().map((step) => [step])],
  ])("%s", (_, manner, waves) => {
    const plan: TargetPlan = {
      target: "here",
      cloud: "memory",
      location: {},
      groups: [],
      waves: planned,
      unproved: [],
    };
    expect(arrange(plan, manner)).toEqual({ ...plan, waves });
  });
});

describe("what was refused", () => {
  it.each<[string, Step, ErrorCode | undefined, Manner]>([
    ["nothing", full, undefined, { oneByOne: false, splitsCreations: false }],
    ["a write that is locked out", rule, "conflict", { oneByOne: true, splitsCreations: false }],
    ["a new group that is locked out", full, "conflict", { oneByOne: true, splitsCreations: false }],
    ["a write", rule, "rejected", { oneByOne: true, splitsCreations: false }],
    ["a new group with rules", full, "rejected", { oneByOne: false, splitsCreations: true }],
    ["a write for another reason", rule, "forbidden", { oneByOne: false, splitsCreations: false }],
  ])("changes the manner: %s", (_, step, code, wanted) => {
    const manner = asPlanned();
    const error = code && new SecurityGroupError(code, "no");
    changeManner(manner, [{ step, status: error ? "failed" : "done", error }], { writeGranularity: "rule" });
    expect(manner).toEqual(wanted);
  });
});
