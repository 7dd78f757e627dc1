import { describe, expect, it } from "vitest";
import type { ApplyEvent } from "../../src/index.ts";
import { lookUntil, remainingLag } from "../../src/apply/look-until.ts";
import type { TargetRun } from "../../src/apply/target-run.ts";
import { creationPlan } from "../support/group-plans.ts";
import { errorOf, memoryTarget } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

/** A cloud that is read as often as told, each time with one group more, and what happens meanwhile. */
function reading(signal = new AbortController().signal, onSleep?: () => void) {
  const { cloud, adapter } = memoryTarget();
  const clock = virtualClock(onSleep);
  const events: ApplyEvent[] = [];
  const run: TargetRun = targetRun([creationPlan("web")], {
    adapter: {
      ...adapter,
      listGroups: async (signal) => {
        cloud.seed({ name: "other" });
        return adapter.listGroups(signal);
      },
    },
    options: { adapters: new Map(), clock, signal, onEvent: (event) => void events.push(event) },
  });
  return { run, clock, events };
}

describe("looking until something shows", () => {
  it("ends with the reading that shows it, after pauses that grow", async () => {
    const { run, clock, events } = reading();
    const start = clock.now();
    expect(await lookUntil(run, (observed) => observed.length === 9)).toHaveLength(9);
    expect(clock.slept).toEqual([500, 750, 1_125, 1_688, 2_531, 3_797, 5_000, 5_000]);
    expect(events).toEqual([{ kind: "reading-back", target: "here", at: start }]);
  });

  it.each<[string, number | undefined, number]>([
    ["half a minute unless told otherwise", undefined, 11],
    ["the time that is told", 2_000, 4],
    ["just that time", 500, 2],
    ["no time: one reading", 0, 1],
  ])("is given up after %s, with the last reading", async (_, lagMs, readings) => {
    const { run } = reading();
    expect(await lookUntil(run, () => false, lagMs)).toHaveLength(readings);
  });

  it("is broken off by an abort", async () => {
    const abort = new AbortController();
    const { run } = reading(abort.signal, () => abort.abort());
    expect(await errorOf(lookUntil(run, () => false))).toMatchObject({ code: "aborted" });
  });
});

describe("reads may still lag behind what was heard", () => {
  it.each<[string, number, number]>([
    ["just now for half a minute", 0, 30_000],
    ["a moment ago for the rest of it", -10_000, 20_000],
    ["half a minute ago no more", -30_000, 0],
    ["long ago no more", -3_600_000, 0],
    ["in the future, by a clock that was set back, no longer than just now", 3_600_000, 30_000],
  ])("%s", (_, ago, wanted) => {
    const clock = virtualClock();
    expect(remainingLag(clock.now() + ago, clock)).toBe(wanted);
  });
});
