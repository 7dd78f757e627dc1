import fc from "fast-check";
import { expect, it } from "vitest";
import { createSteadyTime } from "../../src/operation/steady-time.ts";
import { eventClock } from "../support/event-clock.ts";

const { signal } = new AbortController();

it("never goes back, and a jump of the clock during a sleep changes nothing", async () => {
  const step = fc.oneof(
    fc.record({ sleep: fc.nat(10_000), jump: fc.integer({ min: -1e7, max: 1e7 }) }),
    fc.record({ jump: fc.integer({ min: -1e7, max: 0 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const clock = eventClock();
      const time = createSteadyTime(clock);
      let slept = 0;
      for (const step of steps) {
        clock.jump(Math.min(0, step.jump));
        if ("sleep" in step) {
          const sleep = time.sleep(step.sleep, signal);
          clock.jump(step.jump);
          expect(time.now()).toBeLessThanOrEqual(slept + step.sleep);
          await clock.run(() => sleep);
          slept += step.sleep;
        }
        expect(time.now()).toBe(slept);
      }
    }),
  );
});

it("counts a gap between two readings, up to the longest", () => {
  const clock = eventClock();
  const [any, short] = [createSteadyTime(clock), createSteadyTime(clock, 60_000)];
  clock.jump(3_600_000);
  expect([any.now(), short.now()]).toEqual([3_600_000, 60_000]);
});

it("counts what was slept until an abort", async () => {
  const clock = eventClock();
  const time = createSteadyTime(clock);
  const abort = new AbortController();
  void clock.sleep(400, signal).then(() => abort.abort(new Error("enough")));
  await clock.run(() => expect(time.sleep(1_000, abort.signal)).rejects.toThrow("enough"));
  expect(time.now()).toBe(400);
});

it("counts a jump during a sleep that is aborted as no more than what was to be slept", async () => {
  const clock = eventClock();
  const time = createSteadyTime(clock);
  const abort = new AbortController();
  void clock.sleep(400, signal).then(() => abort.abort(new Error("enough")));
  const sleep = time.sleep(1_000, abort.signal);
  clock.jump(3_600_000);
  await clock.run(() => expect(sleep).rejects.toThrow("enough"));
  expect(time.now()).toBe(1_000);
});
