import { describe, expect, it } from "vitest";
import { createRateBudget, type RateBudget } from "../../src/account/rate-budget.ts";
import type { RateLimit } from "../../src/account/read-rate-limit.ts";

const fine: RateLimit = { refused: false };
const refusal: RateLimit = { refused: true };
const budgetOf = (random = 0): RateBudget => createRateBudget(() => random);

/** Spends so many at once, at that time. */
const spend = (budget: RateBudget, count: number, time = 0): number[] =>
  Array.from({ length: count }, () => budget.spend(time));

/** How many more may be sent at once; ends them again, without an answer. */
function roomOf(budget: RateBudget, time: number): number {
  const sent: number[] = [];
  while (budget.wait(time) === 0 && sent.length < 100) sent.push(budget.spend(time));
  for (const sequence of sent) budget.end(sequence, time, undefined);
  return sent.length;
}

describe("requests at once", () => {
  it("are eight while nothing is known, whatever they end with", () => {
    const budget = budgetOf();
    const [first = 0, second = 0] = spend(budget, 8);
    expect(budget.wait(0)).toBe(Infinity);
    budget.end(first, 10, undefined);
    budget.end(second, 10, fine);
    expect(roomOf(budget, 10)).toBe(2);
  });

  it("are as many as the cloud tells", () => {
    const budget = budgetOf();
    budget.end(budget.spend(0), 10, { refused: false, burst: 3 });
    expect(roomOf(budget, 10)).toBe(3);
  });

  it("become half of those under way when one is refused although more may follow, and one at least", () => {
    const budget = budgetOf();
    const rooms = [6, 1, 1].map((count, round) => {
      const start = round * 100_000;
      const sent = spend(budget, count, start);
      budget.end(sent.pop() ?? 0, start, { refused: true, remaining: 50, limit: 600, retryAfterMs: 1_000 });
      for (const sequence of sent) budget.end(sequence, start, undefined);
      return roomOf(budget, start + 50_000);
    });
    expect(rooms).toEqual([3, 1, 1]);
  });

  it("become fewer when one of several is refused after hardly any", () => {
    const budget = budgetOf();
    for (const sequence of spend(budget, 3)) budget.end(sequence, 50, fine);
    const [first = 0, ...others] = spend(budget, 4, 50);
    budget.end(first, 100, refusal);
    for (const sequence of others) budget.end(sequence, 100, fine);
    expect(roomOf(budget, 100_000)).toBe(2);
  });

  it("stay as many when twice as many had come through, as those without an answer may have", () => {
    const budget = budgetOf();
    for (const sequence of spend(budget, 4)) budget.end(sequence, 50, undefined);
    const [first = 0, second = 0] = spend(budget, 2, 50);
    budget.end(first, 100, refusal);
    budget.end(second, 100, undefined);
    expect(roomOf(budget, 100_000)).toBe(8);
  });

  it("stay as many when one is refused because nothing remains", () => {
    const budget = budgetOf();
    budget.end(budget.spend(0), 0, { refused: false, remaining: 60, limit: 60 });
    budget.end(budget.spend(0), 100, { refused: true, remaining: 0, limit: 60, retryAfterMs: 1_000 });
    expect(roomOf(budget, 100_000)).toBe(8);
  });

  it("stay as many when one alone is refused", () => {
    const budget = budgetOf();
    budget.end(budget.spend(0), 100, refusal);
    expect(roomOf(budget, 100_000)).toBe(8);
  });
});

describe("the pause after a refusal", () => {
  const refuseOne = (budget: RateBudget, time: number, answer = refusal): number => {
    budget.end(budget.spend(time), time, answer);
    return budget.wait(time);
  };

  it("is what the cloud asks for, in full, and goes by", () => {
    const budget = budgetOf(1);
    expect(refuseOne(budget, 1_000, { refused: true, retryAfterMs: 30_000 })).toBe(30_000);
    expect([11_000, 30_999, 31_000].map((time) => budget.wait(time))).toEqual([20_000, 1, 0]);
  });

  it("begins at a second, doubles to a minute, and is longer by a quarter at most", () => {
    for (const [random, factor] of [
      [0, 1],
      [1, 1.25],
    ] as const) {
      const budget = budgetOf(random);
      const pauses = Array.from({ length: 8 }, (_, index) => refuseOne(budget, index * 100_000));
      expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1_000 * factor));
    }
  });

  it("is not longer because the cloud asked for one before", () => {
    const budget = budgetOf();
    refuseOne(budget, 0, { refused: true, retryAfterMs: 30_000 });
    expect(refuseOne(budget, 100_000)).toBe(1_000);
  });

  it("tells when the minute ends in which nothing remains", () => {
    const budget = budgetOf();
    budget.end(budget.spend(0), 0, { refused: false, limit: 60, remaining: 60 });
    expect(refuseOne(budget, 10_000, { refused: true, limit: 60, remaining: 0, retryAfterMs: 30_000 })).toBe(30_000);
    expect(budget.wait(40_000)).toBe(0);
  });

  it("begins at a second again after a request that was accepted", () => {
    const budget = budgetOf();
    refuseOne(budget, 0);
    refuseOne(budget, 100_000);
    budget.end(budget.spend(200_000), 200_000, fine);
    expect(refuseOne(budget, 300_000)).toBe(1_000);
  });

  it("does not begin anew with an answer to what had been sent before", () => {
    const budget = budgetOf();
    const [first = 0, second = 0] = spend(budget, 2);
    budget.end(first, 100, refusal);
    budget.end(second, 200, fine);
    expect(refuseOne(budget, 100_000)).toBe(2_000);
  });

  it("does not grow with those that are refused together, unless one of them asks for more", () => {
    const budget = budgetOf();
    const [first = 0, second = 0] = spend(budget, 2);
    budget.end(first, 0, refusal);
    budget.end(second, 500, refusal);
    expect(budget.wait(500)).toBe(500);
    const [third = 0, fourth = 0] = spend(budget, 2, 100_000);
    budget.end(third, 100_000, refusal);
    budget.end(fourth, 100_100, { refused: true, retryAfterMs: 5_000 });
    expect(budget.wait(100_100)).toBe(5_000);
    expect(refuseOne(budget, 200_000)).toBe(4_000);
  });

  it("is not shortened by a later word", () => {
    const budget = budgetOf();
    const [first = 0, second = 0] = spend(budget, 2);
    budget.end(first, 0, { refused: true, retryAfterMs: 60_000 });
    budget.end(second, 1_000, { refused: true, retryAfterMs: 1_000 });
    expect(budget.wait(1_000)).toBe(59_000);
  });
});

it("holds back when the cloud tells that nothing remains", () => {
  const budget = budgetOf();
  budget.end(budget.spend(0), 0, { refused: false, limit: 60, remaining: 0 });
  expect([budget.wait(0), budget.spacing(0)]).toEqual([60_000, 1_000]);
});
