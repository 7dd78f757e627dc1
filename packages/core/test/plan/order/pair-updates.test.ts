import fc from "fast-check";
import { expect, it } from "vitest";
import { pairUpdates } from "../../../src/plan/order/pair-updates.ts";

const kinds = ["a", "b", "c", "d"];
const kind = fc.constantFrom(...kinds);
const few = fc.array(kind, { maxLength: 5 });
const ways = fc.uniqueArray(fc.tuple(kind, kind), { selector: (way) => way.join(), maxLength: 10 });

/** The most pairs, by trying every partner for every removed rule. */
function mostPairs(
  removed: readonly string[],
  added: readonly string[],
  canBecome: (a: string, b: string) => boolean,
): number {
  const [first, ...rest] = removed;
  if (first === undefined) return 0;
  const withPartner = added.flatMap((to, index) =>
    canBecome(first, to) ? [1 + mostPairs(rest, added.toSpliced(index, 1), canBecome)] : [],
  );
  return Math.max(mostPairs(rest, added, canBecome), ...withPartner);
}

it("as many rules as possible find a partner, each one at most, and only such as they can become", () => {
  let paired = 0;
  fc.assert(
    fc.property(few, few, ways, (removed, added, possible) => {
      const canBecome = (from: string, to: string): boolean => possible.some(([a, b]) => a === from && b === to);
      const { count, total } = pairUpdates(removed, added, canBecome);
      expect(total).toBe(mostPairs(removed, added, canBecome));
      paired += total;
      const sum = (pairs: readonly (readonly [string, string])[]): number =>
        pairs.reduce((all, [from, to]) => all + count(from, to), 0);
      for (const one of kinds) {
        expect(sum(kinds.map((to) => [one, to]))).toBeLessThanOrEqual(removed.filter((other) => other === one).length);
        expect(sum(kinds.map((from) => [from, one]))).toBeLessThanOrEqual(
          added.filter((other) => other === one).length,
        );
      }
      const all = kinds.flatMap((from) => kinds.map((to) => [from, to] as const));
      expect(sum(all)).toBe(total);
      expect(sum(all.filter(([from, to]) => !canBecome(from, to)))).toBe(0);
    }),
    { numRuns: 1_000 },
  );
  expect(paired).toBeGreaterThan(500);
});

it.each<[removed: string[], added: string[], ways: string[], total: number]>([
  [[], ["a"], ["aa"], 0],
  [["a"], ["a"], [], 0],
  [["a"], ["a", "a"], ["aa"], 1],
  // The first to ask has to give up its partner for the second, which has no other.
  [["a", "b"], ["c", "d"], ["ac", "ad", "bc"], 2],
  [["a", "b"], ["d", "c"], ["ac", "ad", "bc"], 2],
])("%j for %j by %j: %i", (removed, added, possible, total) => {
  expect(pairUpdates(removed, added, (from, to) => possible.includes(from + to)).total).toBe(total);
});
