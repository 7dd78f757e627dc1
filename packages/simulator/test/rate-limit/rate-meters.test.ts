import { describe, expect, it } from "vitest";
import { createRateMeter } from "../../src/rate-limit/rate-meters.ts";
import type { RateMeter } from "../../src/rate-limit/rate-model.ts";
import { createRandom } from "../../src/seeded-random.ts";

const aMinuteMs = 60_000;
const start = Date.UTC(2026, 0, 1);

/** Takes as many as there are, at once. */
function drain(meter: RateMeter, now: number): number {
  let taken = 0;
  for (; meter.remaining(now) > 0; taken++) meter.take(now);
  return taken;
}

describe("a token bucket", () => {
  it("is full at first, refills evenly and never beyond its capacity", () => {
    const meter = createRateMeter({ kind: "token-bucket", capacity: 10, perMinute: 60 });
    expect([meter.perMinute, meter.burst]).toEqual([60, 10]);
    expect(drain(meter, start)).toBe(10);
    expect(meter.waitMs(start)).toBe(1000);
    expect(meter.waitMs(start + 400)).toBeCloseTo(600);
    expect(drain(meter, start + 999)).toBe(0);
    expect(drain(meter, start + 3500)).toBe(3);
    expect(drain(meter, start + aMinuteMs)).toBe(10);
  });

  it("loses no token to a sum of small refills", () => {
    const meter = createRateMeter({ kind: "token-bucket", capacity: 3, perMinute: 70 });
    drain(meter, start);
    let taken = 0;
    for (let now = start; now <= start + aMinuteMs; now += 1) taken += drain(meter, now);
    expect(taken).toBe(70);
  });
});

describe("a fixed window", () => {
  it("allows so many in each minute of the clock, at whatever time within it", () => {
    const meter = createRateMeter({ kind: "fixed-window", perMinute: 5 });
    expect([meter.perMinute, meter.burst]).toEqual([5, 5]);
    expect(drain(meter, start + 59_000)).toBe(5);
    expect(meter.waitMs(start + 59_000)).toBe(1000);
    expect(drain(meter, start + 59_999)).toBe(0);
    expect(drain(meter, start + aMinuteMs)).toBe(5);
    expect(drain(meter, start + 7 * aMinuteMs)).toBe(5);
  });
});

describe("a limit of concurrency", () => {
  it("allows so many at once, each until it has been worked on", () => {
    const meter = createRateMeter({ kind: "concurrency", maximum: 2, workMs: 100 });
    expect([meter.perMinute, meter.burst]).toEqual([undefined, 2]);
    meter.take(start);
    meter.take(start + 30);
    expect([meter.remaining(start + 30), meter.waitMs(start + 30)]).toEqual([0, 70]);
    expect(meter.remaining(start + 99)).toBe(0);
    expect(meter.remaining(start + 100)).toBe(1);
    expect(meter.remaining(start + 130)).toBe(2);
  });
});

describe.each([
  { kind: "token-bucket", capacity: 7, perMinute: 90 },
  { kind: "fixed-window", perMinute: 40 },
  { kind: "concurrency", maximum: 3, workMs: 170 },
] as const)("what is possible under $kind", (model) => {
  it("is what somebody gets who takes all there is, and is never exceeded", () => {
    const random = createRandom(3);
    for (let run = 0; run < 20; run++) {
      const from = start + Math.floor(random() * aMinuteMs);
      const greedy = createRateMeter(model);
      let taken = 0;
      const until = from + Math.floor(random() * 3 * aMinuteMs);
      for (let now = from; now <= until; now++) taken += drain(greedy, now);
      expect(taken).toBe(greedy.possible(from, until));
    }
  });

  it("comes after the wait that it tells, and no sooner", () => {
    const meter = createRateMeter(model);
    for (let now = start; now < start + 10_000; now += 37) drain(meter, now);
    const now = start + 10_001;
    drain(meter, now);
    const wait = meter.waitMs(now);
    expect(wait).toBeGreaterThan(0);
    expect(meter.remaining(now + Math.floor(wait - 0.001))).toBe(0);
    expect(meter.remaining(now + Math.ceil(wait))).toBeGreaterThan(0);
  });
});
