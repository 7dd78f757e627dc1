import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextLook } from "../../src/operation/look-schedule.ts";
import { createUsualDuration } from "../../src/operation/usual-duration.ts";

const start = { age: 0, total: 1, ended: 0, hasLooked: false };

describe("the next look", () => {
  it.each([
    [0, 100],
    [900, 100],
    [1_500, 150],
    [20_000, 2_000],
    [50_000, 5_000],
    [3_000_000, 5_000],
  ])("comes after about a tenth of the time waited: after %i ms in %i ms", (age, wanted) => {
    expect(nextLook({ ...start, age }, 0)).toBe(wanted);
  });

  it("takes off a quarter at most, and is never sooner than a tenth of a second", () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.double({ min: 0, max: 1, noNaN: true }), (age, random) => {
        const look = nextLook({ ...start, age }, random);
        expect(look).toBeGreaterThanOrEqual(Math.max(100, 0.75 * nextLook({ ...start, age }, 0) - 1));
        expect(look).toBeLessThanOrEqual(nextLook({ ...start, age }, 0));
      }),
    );
  });

  it("waits for the moment when operations usually end", () => {
    const usual = { firstLook: 900, end: 1_000 };
    expect(nextLook({ ...start, usual }, 0)).toBe(900);
    expect(nextLook({ ...start, usual, age: 900, hasLooked: true }, 0)).toBe(100);
    expect(nextLook({ ...start, usual, age: 1_000, hasLooked: true }, 0)).toBe(100);
    expect(nextLook({ ...start, usual, age: 2_000, hasLooked: true }, 0)).toBe(200);
    // Once some have ended, what is usual for the first tells nothing of the others.
    const first = { age: 500, ended: 1 };
    expect(nextLook({ ...start, usual, age: 500, total: 2, ended: 1, first, hasLooked: true }, 0)).toBe(100);
  });

  it("aims at the end of the last when they end one after another", () => {
    const serial = { total: 100, hasLooked: true, first: { age: 1_000, ended: 2 } };
    expect(nextLook({ ...serial, age: 49_000, ended: 98 }, 0)).toBe(1_000);
    expect(nextLook({ ...serial, age: 49_950, ended: 99 }, 0)).toBeCloseTo(504.6, 1);
    expect(nextLook({ ...serial, age: 1_000, ended: 2 }, 0)).toBe(100);
  });
});

describe("the usual duration", () => {
  /** Looks as the poller makes them, every 250 ms after the expected moments; gives when the end was seen. */
  function wait(usual: ReturnType<typeof createUsualDuration>, duration: number): number {
    let missedAt: number | undefined;
    let look = usual.firstLook() ?? 100;
    while (look < duration) {
      missedAt = look;
      look = Math.max(look + 250, missedAt === usual.firstLook() ? (usual.end() ?? 0) : 0);
    }
    usual.learn(missedAt, look);
    return look;
  }

  it("is learned within a few waits, whatever it is, and seen at a tenth too late at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 60_000 }), (duration) => {
        const usual = createUsualDuration();
        for (let run = 0; run < 7; run++) wait(usual, duration);
        expect(wait(usual, duration)).toBeLessThanOrEqual(duration * 1.12 + 1);
      }),
    );
  });

  it("follows when it becomes shorter, and when it becomes longer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 9_000 }), fc.integer({ min: 500, max: 9_000 }), (before, after) => {
        const usual = createUsualDuration();
        for (let run = 0; run < 5; run++) wait(usual, before);
        for (let run = 0; run < 60; run++) wait(usual, after);
        const late = Array.from({ length: 8 }, () => wait(usual, after) / after);
        expect(Math.min(...late)).toBeLessThan(1.15);
      }),
    );
  });
});
