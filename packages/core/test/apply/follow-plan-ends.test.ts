import { expect, it } from "vitest";
import { ruleKey, SecurityGroupError, type ApplyEvent, type ResolvedStep, type Rule } from "../../src/index.ts";
import { followPlan } from "../../src/apply/follow-plan.ts";
import { targetOf, tcp } from "../support/describe-waves.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const locked = new SecurityGroupError("conflict", "locked", { retryable: true });
const never = new AbortController().signal;

async function planFor(target: MemoryTarget, ...rules: readonly Rule[]) {
  target.cloud.seed({ name: "web" });
  return target.plan([present("web", { rules })]);
}

it("a target that is not as planned after the last wave has not converged, though every step is done", async () => {
  const target = memoryTarget();
  const plan = targetOf(await planFor(target, tcp(80), tcp(81)));
  const before = new Map(target.cloud.groups().map((group) => [group.name, group]));
  const run = targetRun([], { plan, before, adapter: target.adapter });
  const report = await followPlan(run, { ...plan, waves: plan.waves.map((wave) => wave.slice(0, 1)) });
  expect(report).toMatchObject({
    steps: [{ status: "done" }],
    error: { code: "not-converged", place: { target: "here" } },
  });
});

it("a cloud that loses what it holds with each write that it refuses is left after a hundred plans", async () => {
  const target = memoryTarget({}, (adapter) => {
    const carryOut = async (step: ResolvedStep): Promise<void> => {
      const operation = await adapter.submit(step, never);
      for (let look = 0; look < 3; look++) await adapter.readOperations([operation], never);
    };
    return {
      ...adapter,
      submit: async (step, signal) => {
        if (step.kind !== "create-rule" || ruleKey(step.rule) !== ruleKey(tcp(81))) return adapter.submit(step, signal);
        const { group } = step;
        const rules = target.cloud.groups().flatMap((one) => one.rules);
        for (const { id } of rules) await carryOut({ kind: "delete-rule", group, ruleId: id });
        throw locked;
      },
    };
  });
  const events: ApplyEvent[] = [];
  const plan = await planFor(target, tcp(80), tcp(81));
  const report = await target.apply(plan, { onEvent: (event) => void events.push(event) });
  expect(report.targets[0]?.error).toMatchObject({ code: "conflict" });
  expect(events.filter(({ kind }) => kind === "planned-again")).toHaveLength(99);
});

it.each<[string, number, number]>([
  ["an hour is waited for", 3_600_000, 2],
  ["longer is not", 3_600_001, 1],
])("a cloud that asks for %s", async (_, retryAfterMs, wanted) => {
  let sent = 0;
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      if (++sent > 1) return adapter.submit(step, signal);
      throw locked.with({ retryAfterMs });
    },
  }));
  const clock = virtualClock();
  await target.apply(await planFor(target, tcp(80)), { clock });
  expect(sent).toBe(wanted);
  expect(clock.slept.includes(3_600_000)).toBe(wanted === 2);
});

it("a target that cannot be looked at after a lost answer is told with that, and not with why it cannot be", async () => {
  const lost = new SecurityGroupError("unreachable", "no answer", { retryable: true });
  let sent = 0;
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      if (++sent === 2) throw lost;
      return adapter.submit(step, signal);
    },
    listOperations: async (signal) => {
      if (sent > 0) throw new SecurityGroupError("forbidden", "not for you");
      return adapter.listOperations(signal);
    },
  }));
  const report = await target.apply(await planFor(target, tcp(80), tcp(81)));
  expect(report.targets[0]).toMatchObject({
    error: { code: "unreachable", message: "no answer", place: { target: "here" } },
    steps: [{ status: "done" }, { status: "unknown" }],
  });
});
