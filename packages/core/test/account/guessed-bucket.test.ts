import { describe, expect, it } from "vitest";
import { createGuessedBucket } from "../../src/account/guessed-bucket.ts";
import type { Guess } from "../../src/account/guess.ts";

const minute = 60_000;

/** Forty requests in the first second, and a refusal a second later, with a second to wait: all of it was heard of at 2 s. */
function refusedOnce(): Guess & { sent(): number } {
  const guess = createGuessedBucket(
    { since: 0, count: 40 },
    { sentAt: 1_900, time: 2_000, retryAfterMs: 1_000, lastSent: 41 },
  );
  let sent = 41;
  return {
    ...guess,
    spend(_, time) {
      guess.spend(++sent, time);
      guess.accept(sent, time, time);
    },
    sent: () => sent,
  };
}

/** Sends whenever it may, from one time to another, and gives the times. */
function sendFrom(guess: Guess, from: number, until: number): readonly number[] {
  const times: number[] = [];
  let time = from;
  while (time < until) {
    const wait = Math.ceil(guess.wait(time));
    if (wait > 0) time += wait;
    else {
      guess.spend(0, time);
      times.push(time);
    }
  }
  return times;
}

const perMinute = (times: readonly number[], from: number, until: number): number =>
  Math.round((times.filter((time) => time >= from && time < until).length * minute) / (until - from));

describe("after the first refusal", () => {
  it("gives nothing until Retry-After is over, then what it holds when that comes in each minute", () => {
    const guess = refusedOnce();
    expect(guess.wait(2_000)).toBeGreaterThan(1_000);
    expect(guess.wait(2_500)).toBeGreaterThan(500);
    // 40 requests in a minute and the two seconds of the load.
    expect(sendFrom(guess, 3_000, 8_000)).toEqual([4_550, 6_100, 7_650]);
  });

  it("doubles the rate after fifteen seconds, and then every five", () => {
    const times = sendFrom(refusedOnce(), 3_000, 33_000);
    expect(perMinute(times, 3_000, 18_000)).toBeCloseTo(39, -1);
    expect([18_000, 23_000, 28_000].map((from) => perMinute(times, from, from + 5_000))).toEqual([84, 156, 288]);
  });

  it("does not double what nobody uses up", () => {
    const guess = refusedOnce();
    expect(sendFrom(guess, 40_000, 40_001)).toHaveLength(23);
    expect(guess.wait(40_000)).toBeCloseTo(100, 5);
  });

  it("counts a request that was sent before it and answered after it", () => {
    const [early, late] = [refusedOnce(), refusedOnce()];
    for (let index = 0; index < 22; index++) late.accept(41, 1_900, 2_100);
    expect(early.wait(3_000)).toBeGreaterThan(1_500);
    expect(late.wait(3_000)).toBe(1_000);
  });

  it("holds no more than it held, less what had come in meanwhile", () => {
    expect(sendFrom(refusedOnce(), 10 * minute, 10 * minute + 1)).toHaveLength(37);
  });

  it("knows how long it took to empty it, whenever that was", () => {
    const guess = createGuessedBucket(
      { since: minute, count: 40 },
      { sentAt: minute + 1_900, time: minute + 2_000, retryAfterMs: 1_000, lastSent: 41 },
    );
    expect(guess.spacing(minute + 2_000)).toBeCloseTo((minute + 2_000) / 40, 5);
  });

  it("asks others to keep apart while little is left", () => {
    const guess = refusedOnce();
    expect(guess.spacing(3_000)).toBeCloseTo(1_550, 5);
    expect(guess.spacing(40_000)).toBe(0);
  });
});

describe("after the second refusal", () => {
  /** Of a bucket that holds 38, fills up at the given requests a minute, and was empty at 1.9 s. */
  function refusedTwice(rate: number): Guess & { readonly at: number; sent(): number } {
    const guess = refusedOnce();
    let tokens = (1_100 * rate) / minute;
    let time = 3_000;
    for (;;) {
      const wait = Math.ceil(guess.wait(time));
      time += wait;
      tokens = Math.min(38, tokens + (wait * rate) / minute);
      if (wait > 0) continue;
      if (tokens < 1) break;
      guess.spend(0, time);
      tokens--;
    }
    guess.refuse({ sentAt: time, time, retryAfterMs: 1_000, lastSent: guess.sent() });
    return { ...guess, at: time };
  }

  it("keeps to what had been accepted between the two, less one", () => {
    const guess = refusedTwice(120);
    const times = sendFrom(guess, guess.at, guess.at + 9 * minute);
    expect(times[0]).toBeGreaterThan(guess.at + 1_000);
    const measured = perMinute(times, guess.at + minute, guess.at + 9 * minute);
    expect(measured).toBeLessThanOrEqual(120);
    expect(measured).toBeGreaterThan(108);
  });

  it("keeps to what was supposed when that is as near", () => {
    const guess = refusedTwice(39);
    const times = sendFrom(guess, guess.at, guess.at + 9 * minute);
    expect(times.slice(1, 4).map((time, index) => time - (times[index] ?? 0))).toEqual([1_550, 1_550, 1_550]);
  });

  it("tries more after ten minutes, and keeps still for twice as long after the next", () => {
    const guess = refusedTwice(120);
    const start = guess.at + 1_000;
    const times = sendFrom(guess, guess.at, start + 10 * minute + 5_000);
    const before = perMinute(times, start + 9 * minute, start + 10 * minute);
    expect(perMinute(times, start + 10 * minute, start + 10 * minute + 5_000)).toBeGreaterThan(1.8 * before);

    const other = refusedTwice(120);
    sendFrom(other, other.at, start + 9 * minute);
    const again = start + 9 * minute;
    other.refuse({ sentAt: again, time: again, retryAfterMs: 1_000, lastSent: other.sent() });
    const later = sendFrom(other, again, again + 20 * minute + 6_000);
    const kept = perMinute(later, again + 9 * minute, again + 10 * minute);
    expect(perMinute(later, again + 19 * minute, again + 20 * minute)).toBeCloseTo(kept, -1);
    expect(perMinute(later, again + 20 * minute + 1_000, again + 20 * minute + 6_000)).toBeGreaterThan(1.8 * kept);
  });

  it("tries more after a minute when the bucket may have been full since the refusal before", () => {
    const guess = refusedTwice(1_200);
    const start = guess.at + 1_000;
    const times = sendFrom(guess, guess.at, start + minute + 5_000);
    const before = perMinute(times, start + 30_000, start + minute);
    expect(before).toBeGreaterThan(200);
    expect(perMinute(times, start + minute, start + minute + 5_000)).toBeGreaterThan(1.8 * before);
  });

  it("keeps still for ten minutes only, as ever, after one minute that was kept to what was known roughly", () => {
    const guess = refusedTwice(1_200);
    sendFrom(guess, guess.at, guess.at + 30_000);
    const again = guess.at + 30_000;
    guess.refuse({ sentAt: again, time: again, retryAfterMs: 1_000, lastSent: guess.sent() });
    const later = sendFrom(guess, again, again + 10 * minute + 6_000);
    const kept = perMinute(later, again + 9 * minute, again + 10 * minute);
    expect(perMinute(later, again + 10 * minute + 1_000, again + 10 * minute + 6_000)).toBeGreaterThan(1.8 * kept);
  });

  it("counts requests that were sent before it and answered after it, and no others", () => {
    const [early, late, other] = [refusedTwice(120), refusedTwice(120), refusedTwice(120)];
    for (let index = 0; index < 5; index++) {
      late.accept(late.sent(), late.at - 100, late.at + 100);
      other.accept(1, other.at - 100, other.at + 100);
    }
    const rateOf = (guess: typeof early): number => 1 / guess.spacing(guess.at);
    expect(rateOf(late)).toBeGreaterThan(1.02 * rateOf(early));
    expect(rateOf(other)).toBeLessThanOrEqual(rateOf(early));
  });

  it("takes off a fifth when as much as before was accepted, as others may use the account", () => {
    const guess = refusedTwice(120);
    const times = sendFrom(guess, guess.at, guess.at + 5 * minute);
    const before = perMinute(times, guess.at + minute, guess.at + 5 * minute);
    const again = guess.at + 5 * minute;
    for (let index = 0; index < 20; index++) guess.accept(guess.sent(), again, again);
    guess.refuse({ sentAt: again, time: again, retryAfterMs: 1_000, lastSent: guess.sent() });
    const later = sendFrom(guess, again, again + 5 * minute);
    expect(perMinute(later, again + minute, again + 5 * minute) / before).toBeCloseTo(0.8, 1);
  });

  it("never falls below twenty a minute, the first of them three seconds after Retry-After", () => {
    const guess = refusedTwice(120);
    const again = guess.at + 5 * minute;
    guess.refuse({ sentAt: again, time: again, retryAfterMs: 1_000, lastSent: guess.sent() });
    expect(perMinute(sendFrom(guess, again + 1_000, again + 61_000), again + 1_000, again + 61_000)).toBe(19);
  });
});
