import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventClock } from "../support/event-clock.ts";
import { bucket, limitedCloud, windows, type LimitedCloud, type LimitedOptions, type Limiter } from "./limiters.ts";
import { keepSending } from "./load.ts";

const minute = 60_000;

/** Refusals of requests that were sent after the first refusal had been heard of. */
function later({ refused }: LimitedCloud): readonly number[] {
  return refused.filter((sentAt) => sentAt > (refused[0] ?? 0) + 150);
}

/** How often something was refused after the refusal before had been heard of. */
function refusals({ refused }: LimitedCloud, roundTripMs = 150): number {
  const isNew = (sentAt: number, index: number): boolean => sentAt > (refused[index - 1] ?? -Infinity) + roundTripMs;
  return refused.filter(isNew).length;
}

async function share(
  limiter: Limiter,
  until: number,
  options: Partial<LimitedOptions> = {},
  callers = 12,
): Promise<LimitedCloud & { readonly share: number }> {
  const clock = eventClock();
  const cloud = limitedCloud({ clock, limiter, ...options });
  await keepSending(clock, cloud, until, callers);
  return { ...cloud, share: cloud.accepted.length / limiter.allowed(clock.passed()) };
}

describe.each([30, 240])("a cloud that takes %i requests a minute and tells so", (limit) => {
  const told = { limit, burst: 10 };

  it.each([
    ["a bucket of a minute's requests", () => bucket(limit, limit), 5 * minute],
    ["a bucket of as many as may come at once", () => bucket(10, limit), 5 * minute],
    ["windows of a minute", () => windows(limit), 5 * minute - 1_000],
  ])("refuses nothing and is used to 95 percent, with %s", async (_, limiter, until) => {
    const used = await share(limiter(), until, { told });
    expect(used.refused).toEqual([]);
    expect(used.share).toBeGreaterThan(0.95);
    expect(used.mostAtOnce()).toBeLessThanOrEqual(10);
  });

  it.each([2_000, 20_000, 45_000])(
    "never refuses when its windows end at any time, such as after %i ms",
    async (offset) => {
      const used = await share(windows(limit, offset), 4 * minute, { told });
      expect(used.refused).toEqual([]);
      // The window in which it was begun, and that in which it is measured, may be lost.
      expect(used.accepted.length).toBeGreaterThanOrEqual(3 * limit);
    },
  );
});

describe.each([30, 240])("a cloud that takes %i requests a minute and tells nothing", (limit) => {
  it.each([
    ["windows of a minute", () => windows(limit), 5 * minute - 1_000],
    ["windows that end somewhere", () => windows(limit, 20_000), 5 * minute + 19_000],
  ])("refuses once and is used to 95 percent, with %s and Retry-After", async (_, limiter, until) => {
    const used = await share(limiter(), until);
    expect(later(used)).toEqual([]);
    expect(used.refused.length).toBeLessThanOrEqual(8);
    expect(used.share).toBeGreaterThan(0.95);
  });

  it.each([
    ["twice", "a minute's requests", limit, 2],
    ["three times at most", "a tenth of that, but at least twenty", Math.max(20, limit / 10), 3],
  ])("refuses %s and is used to 95 percent, with a bucket that holds %s", async (_times, _size, size, most) => {
    const used = await share(bucket(size, limit), 8 * minute);
    expect(refusals(used)).toBeLessThanOrEqual(most);
    expect(used.share).toBeGreaterThan(0.95);
  });

  it.each([
    ["a bucket", () => bucket(limit, limit), 5 * minute],
    ["windows of a minute", () => windows(limit), 5 * minute - 1_000],
  ])("refuses once without Retry-After, with %s", async (_, limiter, until) => {
    const used = await share(limiter(), until, { retryAfter: false });
    expect(later(used)).toEqual([]);
    expect(used.share).toBeGreaterThan(0.75);
  });
});

it("answers alike up to the first refusal, whether its bucket fills up at one rate or at twice that: only a second one tells", async () => {
  const untilRefused = async (perMinute: number): Promise<unknown> => {
    const { accepted, refused } = await share(bucket(20, perMinute), 600);
    return { accepted: accepted.length, refused };
  };
  const slow = await untilRefused(60);
  expect(slow).toEqual(await untilRefused(120));
  expect(slow).toMatchObject({ accepted: 20, refused: expect.arrayContaining([expect.any(Number)]) });
});

describe("requests that overtake each other on their way", () => {
  it.each([
    ["a bucket of a minute's requests", () => bucket(60, 60), 5 * minute],
    ["a bucket of as many as may come at once", () => bucket(10, 60), 5 * minute],
    ["windows of a minute", () => windows(60), 5 * minute - 1_000],
    ["windows that end somewhere", () => windows(60, 20_000), 4 * minute + 19_000],
  ])("are not refused either by a cloud that tells its numbers, with %s", async (_, limiter, until) => {
    const used = await share(limiter(), until, { told: { limit: 60, burst: 10 }, jitterMs: 400 });
    expect(used.refused).toEqual([]);
    expect(used.share).toBeGreaterThan(0.8);
  });

  it("count towards the limit that is guessed, although their answers come after the refusal", async () => {
    const used = await share(windows(60), 5 * minute - 1_000, { jitterMs: 400 });
    expect(used.accepted).toHaveLength(5 * 60);
  });
});

it("finds out how many requests a cloud takes at once, and goes on with as many", async () => {
  const used = await share(bucket(10_000, 10_000), minute, { atOnce: 3 });
  expect(later(used).length).toBeLessThanOrEqual(8);
  expect(used.accepted.length).toBeGreaterThan((minute / 150) * 1.8);
});

/** One limiter up to a time, and another one from then on. */
function followedBy(first: Limiter, at: number, second: Limiter): Limiter {
  const now = (time: number): Limiter => (time < at ? first : second);
  return { ...second, take: (time) => now(time).take(time), next: (time) => now(time).next(time) };
}

/** A bucket that takes ten times as many from the fifth minute on. */
const widening = (): Limiter => followedBy(bucket(20, 20), 4 * minute, bucket(200, 200));

it("keeps for ten minutes to a limit that it measured, then tries more, and comes to the cloud's own", async () => {
  const still = await share(widening(), 10 * minute, {}, 2);
  expect(still.accepted.length).toBeLessThan(20 * 11);
  expect(refusals(still)).toBe(2);
  const longer = await share(widening(), 25 * minute, {}, 2);
  expect(longer.accepted.length).toBeGreaterThan(still.accepted.length + 5 * 150);
});

it.each([
  ["from the beginning", () => bucket(200, 15)],
  ["after a while", () => followedBy(bucket(60, 60), 5 * minute, bucket(12, 12))],
  ["after a while, with room for fewer at once", () => followedBy(bucket(20, 120), 5 * minute, bucket(5, 15))],
])("is seldom refused by a cloud that takes fewer than twenty a minute %s", async (_, limiter) => {
  const used = await share(limiter(), 20 * minute);
  const late = used.refused.filter((sentAt) => sentAt > 15 * minute);
  // Twenty a minute are sent at least; a cloud that takes twelve refuses eight of them.
  expect(late.length).toBeLessThanOrEqual(5 * 9);
});

it("believes the header when others use up the account, and leaves them their share", async () => {
  const limiter = bucket(60, 60);
  const clock = eventClock();
  const cloud = limitedCloud({ clock, limiter, told: { limit: 60, burst: 10 } });
  const greedy = async (): Promise<void> => {
    const { signal } = new AbortController();
    while (clock.passed() < 5 * minute) {
      await clock.sleep(1_500, signal);
      limiter.take(clock.passed());
    }
  };
  const others = greedy();
  await keepSending(clock, cloud, 5 * minute - 2_000, 4);
  await clock.run(() => others);
  expect(cloud.refused).toEqual([]);
  expect(cloud.accepted.length).toBeGreaterThan(60 + 5 * 15);
});

it("whatever the limiter and the load, a cloud that tells nothing but Retry-After refuses three times at most in four minutes", async () => {
  const load = fc.record({
    limit: fc.integer({ min: 20, max: 150 }),
    isBucket: fc.boolean(),
    isSmall: fc.boolean(),
    offset: fc.integer({ min: 10_000, max: 60_000 }),
    callers: fc.integer({ min: 1, max: 10 }),
    roundTripMs: fc.integer({ min: 20, max: 400 }),
  });
  await fc.assert(
    fc.asyncProperty(load, async ({ limit, isBucket, isSmall, offset, callers, roundTripMs }) => {
      const limiter = isBucket ? bucket(isSmall ? 20 : limit, limit) : windows(limit, offset);
      const used = await share(limiter, 4 * minute, { roundTripMs }, callers);
      expect(refusals(used, roundTripMs)).toBeLessThanOrEqual(3);
      // The window in which it was begun, and that in which it is measured, may be lost.
      const least = isBucket ? 0.7 * limiter.allowed(4 * minute) : limiter.allowed(4 * minute) - 2 * limit;
      expect(used.accepted.length).toBeGreaterThanOrEqual(Math.floor(least));
    }),
    { numRuns: 40 },
  );
});
