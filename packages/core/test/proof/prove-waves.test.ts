import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderSafely } from "../../src/plan/order/order-safely.ts";
import { proveWaves } from "../../src/plan/prove/prove-waves.ts";
import { findViolations } from "./support/check-laws.ts";
import * as byRule from "./support/faulty-by-rule.ts";
import * as bySet from "./support/faulty-by-set.ts";
import type { Planner } from "./support/find-breach.ts";
import { oneGroupByRule, oneGroupBySet, twoGroupsByRule, twoGroupsBySet } from "./support/small-plans.ts";

const byRulePlanners: readonly Planner[] = [
  orderSafely,
  byRule.ignoresTheLimit,
  byRule.deletesFirst,
  byRule.doesAllAtOnce,
  byRule.updatesWhatIsNeeded,
  byRule.finishesGroupByGroup,
];
const bySetPlanners: readonly Planner[] = [
  orderSafely,
  bySet.asksOnce,
  bySet.dropsFirst,
  bySet.unitesWhateverTheLimit,
  bySet.finishesGroupByGroup,
];

describe("what cannot be proved is exactly what some order of the steps breaks", () => {
  it.for([
    ["one group, written rule by rule", oneGroupByRule, byRulePlanners],
    ["two groups, written rule by rule", twoGroupsByRule, byRulePlanners],
    ["one group, written by rule sets", oneGroupBySet, bySetPlanners],
    ["two groups, written by rule sets", twoGroupsBySet, bySetPlanners],
  ] as const)("for %s", ([, inputs, planners]) => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...planners), (input, planner) => {
        const waves = planner(input.changes, input);
        const laws = new Set([...findViolations(input, waves)].map(({ law }) => law));
        const unproved = proveWaves(input.changes, waves, input);
        const within = unproved.some((step) => step.reason === "interrupts" && step.handedOverTo === undefined);
        const between = unproved.some((step) => step.reason === "interrupts" && step.handedOverTo !== undefined);
        expect(unproved.some((step) => step.reason === "exceeds-limit")).toBe(laws.has("stays within the limit"));
        expect(within).toBe(laws.has("keeps what stays"));
        // What stays in one group is missed by a server in both as well.
        if (!within) expect(between).toBe(laws.has("keeps what stays across groups"));
        if (between) expect(laws).toContain("keeps what stays across groups");
      }),
      { numRuns: 300 },
    );
  });
});
