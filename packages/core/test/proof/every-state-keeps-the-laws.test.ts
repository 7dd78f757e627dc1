import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderSafely } from "../../src/plan/order/order-safely.ts";
import { findViolations } from "./support/check-laws.ts";
import { findBreach } from "./support/find-breach.ts";
import {
  groupsThatComeAndGo,
  manyRulesByRule,
  manyRulesBySet,
  oneGroupByRule,
  oneGroupBySet,
  twoGroupsByRule,
  twoGroupsBySet,
  withRoom,
} from "./support/small-plans.ts";

describe("every state that the cloud can pass through keeps the laws", () => {
  it.for([
    ["one group, written rule by rule", oneGroupByRule],
    ["two groups, written rule by rule", twoGroupsByRule],
    ["one group, written by rule sets", oneGroupBySet],
    // Groups that hand over to each other near the limit may be interrupted where a cleverer order would not; the plan says so then.
    ["two groups with room, written by rule sets", withRoom(twoGroupsBySet)],
    ["a group beside another that comes or goes", groupsThatComeAndGo],
  ] as const)("for %s", ([, inputs]) => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(findBreach(orderSafely, input)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  it.for([
    ["many rules, written one by one", manyRulesByRule],
    ["many rules, written as a set", manyRulesBySet],
  ] as const)("for %s, where there is room", ([, inputs]) => {
    fc.assert(
      fc.property(withRoom(inputs), (input) => {
        expect([...findViolations(input, orderSafely(input.changes, input))]).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
