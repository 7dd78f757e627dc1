import { describe, expect, it } from "vitest";
import {
  hasConverged,
  no,
  SecurityGroupError,
  type Adapter,
  type ApplyEvent,
  type Capabilities,
  type ErrorCode,
  type ResolvedStep,
  type Rule,
} from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
const lost = (code: ErrorCode): SecurityGroupError => new SecurityGroupError(code, "no answer", { retryable: true });

/** A target of which one write, counted from 1, loses its answer, before or after the cloud took it on. */
function losing(
  write: number,
  code: ErrorCode,
  takes: "effect" | "no effect",
  capabilities: Partial<Capabilities> = {},
): MemoryTarget & { readonly sent: ResolvedStep[] } {
  const sent: ResolvedStep[] = [];
  const target = memoryTarget(capabilities, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      sent.push(step);
      if (sent.length !== write) return adapter.submit(step, signal);
      if (takes === "effect") await adapter.submit(step, signal);
      throw lost(code);
    },
  }));
  return { ...target, sent };
}

describe.each<[ErrorCode]>([["unreachable"], ["unavailable"], ["unexpected-response"]])(
  "an answer lost as %s",
  (code) => {
    const wishes = [
      present("web", { rules: [tcp(80), tcp(81), tcp(82)], description: "d" }),
      present("new", { rules: [tcp(1)] }),
    ];

    it.each([1, 2, 3, 4, 5])("of write %d, which took effect, is found out by looking", async (write) => {
      const target = losing(write, code, "effect");
      target.cloud.seed({ name: "web", rules: [tcp(22)] });
      const report = await target.apply(await target.plan(wishes));
      expect(hasConverged(report)).toBe(true);
      // As many writes as without the loss: nothing was sent twice.
      expect(target.sent).toHaveLength(5);
      expect(report.targets[0]?.steps.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => "done"));
      expect((await target.plan(wishes)).targets[0]?.waves).toEqual([]);
    });

    it.each([1, 2, 3, 4, 5])("of write %d, which had no effect, is made good by a new plan", async (write) => {
      const target = losing(write, code, "no effect");
      target.cloud.seed({ name: "web", rules: [tcp(22)] });
      const events: ApplyEvent[] = [];
      const report = await target.apply(await target.plan(wishes), { onEvent: (event) => void events.push(event) });
      expect(hasConverged(report)).toBe(true);
      expect(target.cloud.accepted).toHaveLength(5);
      expect(events.filter(({ kind }) => kind === "planned-again")).toHaveLength(1);
      expect(target.cloud.groups().map(({ name, rules }) => [name, rules.length])).toEqual([
        ["web", 3],
        ["new", 1],
      ]);
      expect((await target.plan(wishes)).targets[0]?.waves).toEqual([]);
    });

    it.each(["effect", "no effect"] as const)("of a complete set, which took %s", async (takes) => {
      const target = losing(1, code, takes, byRuleSet);
      target.cloud.seed({ name: "web", rules: [tcp(22)] });
      const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
      expect(hasConverged(await target.apply(plan))).toBe(true);
      expect(target.cloud.accepted).toHaveLength(1);
    });
  },
);

it("an operation that the cloud lost is found out like an answer that was", async () => {
  let lose = true;
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    readOperations: async (operations, signal) => {
      const states = await adapter.readOperations(operations, signal);
      if (!lose) return states;
      lose = false;
      return states.map(() => ({ status: "lost", message: "never heard of it" }));
    },
  }));
  target.cloud.seed({ name: "web", rules: [tcp(22)] });
  const report = await target.apply(await target.plan([present("web", { rules: [tcp(80)] })]));
  expect(report.targets[0]).toMatchObject({ error: undefined, steps: [{ status: "done" }] });
  expect(target.cloud.accepted).toHaveLength(1);
});

it("nobody waits for longer than an hour because a cloud asks for it", async () => {
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: () => {
      throw new SecurityGroupError("conflict", "locked", { retryable: true, retryAfterMs: 3e11 });
    },
  }));
  target.cloud.seed({ name: "web" });
  const clock = virtualClock();
  const report = await target.apply(await target.plan([present("web", { rules: [tcp(80)] })]), { clock });
  expect(report.targets[0]?.error).toMatchObject({ code: "conflict" });
  expect(clock.slept.every((slept) => slept < 3_600_000)).toBe(true);
});

it("rules that a cloud puts into a new group by itself are removed", async () => {
  const everywhere = ruleOf({ direction: "egress", remote: "0.0.0.0/0" });
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: (step, signal) =>
      adapter.submit(step.kind === "create-group" ? { ...step, rules: [...step.rules, everywhere] } : step, signal),
  }));
  const wishes = [present("web", { rules: [tcp(80)] })];
  expect(hasConverged(await target.apply(await target.plan(wishes)))).toBe(true);
  expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual([tcp(80)]);
});

it("two groups of one name, made by two applies at once, are noticed", async () => {
  const target = memoryTarget();
  const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
  const reports = await Promise.all([target.apply(plan), target.apply(plan)]);
  const errors = reports.flatMap(({ targets }) => targets.flatMap(({ error }) => error ?? []));
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(error).toMatchObject({
      code: "stale-plan",
      message: expect.stringContaining("the group web was made more than once (group-"),
    });
  }
});

it("a delete that finds nothing to delete is done", async () => {
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      const operation = await adapter.submit(step, signal);
      if (step.kind === "delete-rule") throw new SecurityGroupError("not-found", "there is no such rule");
      return operation;
    },
  }));
  target.cloud.seed({ name: "web", rules: [tcp(22)] });
  const report = await target.apply(await target.plan([present("web", { rules: [] })]));
  expect(report.targets[0]).toMatchObject({ error: undefined, steps: [{ status: "done" }] });
});

it("what is refused for now is planned again, with growing pauses, and not for ever", async () => {
  let sent = 0;
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: () => {
      sent++;
      throw new SecurityGroupError("conflict", "locked", { retryable: true, retryAfterMs: 9_000 });
    },
  }));
  target.cloud.seed({ name: "web", rules: [] });
  const clock = virtualClock();
  const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
  const report = await target.apply(plan, { clock });
  expect(report.targets[0]).toMatchObject({ error: { code: "conflict" }, steps: [{ status: "failed" }] });
  expect(sent).toBe(4);
  expect(clock.slept.filter((slept) => slept >= 9_000)).toHaveLength(3);
});

it("reads that lag behind do not make it send anything twice", async () => {
  const clock = virtualClock();
  const target = memoryTarget({}, (adapter) => {
    const states: { readonly at: number; readonly groups: Awaited<ReturnType<Adapter["listGroups"]>> }[] = [];
    let isLost = false;
    return {
      ...adapter,
      listGroups: async (signal) => {
        const groups = await adapter.listGroups(signal);
        states.push({ at: clock.now(), groups });
        return states.findLast(({ at }) => at <= clock.now() - 20_000)?.groups ?? states[0]?.groups ?? groups;
      },
      submit: async (step, signal) => {
        const operation = await adapter.submit(step, signal);
        if (isLost) return operation;
        isLost = true;
        throw lost("unreachable");
      },
    };
  });
  target.cloud.seed({ name: "web", rules: [] });
  const plan = await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]);
  expect(hasConverged(await target.apply(plan, { clock }))).toBe(true);
  expect(target.cloud.accepted).toHaveLength(2);
});

it("nothing is planned again that may interrupt, unless that is allowed", async () => {
  const narrow = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, remote: "10.1.0.0/16" });
  const target = losing(1, "unreachable", "no effect");
  target.cloud.seed({ name: "web", rules: [tcp(22)] });
  const plan = await target.plan([present("web", { rules: [narrow] })]);
  // Meanwhile the account's limit has become so tight that the way is not proved any more.
  const tight = { ...target.adapter, readLimits: async () => ({ rulesPerGroup: 1 }) };
  const report = await target.apply(plan, { adapters: new Map([["here", tight]]) });
  expect(report.targets[0]?.error).toMatchObject({ code: "unsafe-plan", cause: { code: "unreachable" } });
  expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual([tcp(22)]);
});

it("an operation that never ends is not built on", async () => {
  const target = memoryTarget();
  target.cloud.seed({ name: "web", rules: [tcp(22)] });
  const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
  target.cloud.holdOperations(true);
  const report = await target.apply(plan, { deadlineMs: 60_000 });
  expect(report.targets[0]).toMatchObject({ error: { code: "operation-timeout" }, steps: [{ status: "unknown" }] });
  // Nor does the next run begin on top of it.
  const again = await target.apply(plan, { deadlineMs: 60_000 });
  expect(again.targets[0]).toMatchObject({ error: { code: "operation-timeout" }, steps: [{ status: "not-done" }] });
  expect(target.cloud.accepted).toHaveLength(1);
});
