import { describe, expect, it } from "vitest";
import { SecurityGroupError, type Adapter } from "../../src/index.ts";
import { readBack, whyNot } from "../../src/apply/read-back.ts";
import type { TargetRun } from "../../src/apply/target-run.ts";
import { tcp } from "../support/describe-waves.ts";
import { creationPlan } from "../support/group-plans.ts";
import { memoryTarget } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

/** A plan of one new group on a cloud that shows the group with its nth reading. */
function showingAt(reading: number, onSleep?: () => void, signal = new AbortController().signal) {
  const { cloud, adapter } = memoryTarget();
  const clock = virtualClock(onSleep);
  let readings = 0;
  const late: Adapter = {
    ...adapter,
    listGroups: async (signal) => {
      if (++readings === reading) cloud.seed({ name: "web", rules: [tcp(80)] });
      return adapter.listGroups(signal);
    },
  };
  const run: TargetRun = targetRun([creationPlan("web", { added: [tcp(80)] })], {
    adapter: late,
    options: { adapters: new Map(), clock, signal },
  });
  return { run, clock, readings: () => readings };
}

describe("a target that was read after its last wave", () => {
  it("and is as planned is not read again", async () => {
    const { run, readings } = showingAt(1);
    const seen = await run.adapter.listGroups(run.options.signal);
    expect(await readBack(run, seen)).toBeUndefined();
    expect(readings()).toBe(1);
  });

  it("and is not as planned yet is read until it is", async () => {
    const { run, readings } = showingAt(3);
    expect(await readBack(run, [])).toBeUndefined();
    expect(readings()).toBe(3);
  });

  it("and does not become as planned is told with what differs and what to do", async () => {
    const { run, clock } = showingAt(Infinity);
    expect(await readBack(run, [])).toMatchObject({
      code: "not-converged",
      message: "every step was done, yet the cloud differs: the group web does not exist",
      hint: expect.stringMatching(/make a new plan/i),
    });
    expect(clock.slept.reduce((sum, slept) => sum + slept, 0)).toBeGreaterThan(30_000);
  });

  it("and cannot be read again is told with why", async () => {
    const { run } = showingAt(Infinity);
    const error = new SecurityGroupError("forbidden", "not any more");
    const adapter: Adapter = { ...run.adapter, listGroups: () => Promise.reject(error) };
    expect(await readBack({ ...run, adapter }, [])).toBe(error);
  });

  it("and is not waited for any more is told as stopped", async () => {
    const abort = new AbortController();
    const { run } = showingAt(Infinity, () => abort.abort(), abort.signal);
    expect(await readBack(run, [])).toMatchObject({ code: "aborted" });
  });
});

it("what a read was broken off by is an abort, whatever it threw, and else what it threw", () => {
  const abort = new AbortController();
  const run = targetRun([], { options: { adapters: new Map(), clock: virtualClock(), signal: abort.signal } });
  const cause = new TypeError("x is undefined");
  expect(whyNot(cause, run)).toMatchObject({ code: "unexpected-response", cause });
  abort.abort();
  expect(whyNot(cause, run)).toMatchObject({ code: "aborted", cause });
});
