import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderSafely } from "../../src/plan/order/order-safely.ts";
import { searchFewestCalls } from "./support/search-fewest-calls.ts";
import {
  oneGroupByRule,
  oneGroupBySet,
  twoGroupsByRule,
  twoGroupsBySet,
  withoutLabels,
  withRoom,
} from "./support/small-plans.ts";

const runs = 400;

describe("no plan that keeps the laws takes fewer calls", () => {
  it.for([
    ["one group, written rule by rule", oneGroupByRule],
    ["two groups, written rule by rule", twoGroupsByRule],
    ["one group, written by rule sets", oneGroupBySet],
    ["two groups with room and no new descriptions, written by rule sets", withoutLabels(withRoom(twoGroupsBySet))],
  ] as const)("for %s", ([, inputs]) => {
    let compared = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const fewest = searchFewestCalls(input);
        if (fewest === undefined) return;
        compared++;
        expect(orderSafely(input.changes, input).flat()).toHaveLength(fewest);
      }),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(runs / 2);
  });
});
