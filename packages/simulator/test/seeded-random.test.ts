import { describe, expect, it } from "vitest";
import { createRandom, shuffle } from "../src/seeded-random.ts";

describe("a seeded row of numbers", () => {
  it("is the same for the same seed, and another for another", () => {
    const row = (seed: number): readonly number[] => Array.from({ length: 10 }, createRandom(seed));
    expect(row(1)).toEqual(row(1));
    expect(row(1)).not.toEqual(row(2));
  });

  it("lies between 0 and 1 and fills what is between", () => {
    const numbers = Array.from({ length: 10_000 }, createRandom(1));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
      expect(share).toBeCloseTo(0.1, 1);
    }
  });
});

describe("a shuffled list", () => {
  it("holds the same items, in every order", () => {
    const random = createRandom(1);
    const orders = Array.from({ length: 600 }, () => shuffle(["a", "b", "c"], random).join(""));
    expect([...new Set(orders)].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    for (const order of new Set(orders)) {
      expect(orders.filter((other) => other === order).length).toBeGreaterThan(60);
    }
  });
});
