import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Law } from "./support/violation.ts";
import * as byRule from "./support/faulty-by-rule.ts";
import * as bySet from "./support/faulty-by-set.ts";
import { findBreach, type Planner } from "./support/find-breach.ts";
import {
  oneGroupByRule,
  oneGroupBySet,
  twoGroupsByRule,
  twoGroupsBySet,
  withRoom,
  type PlanInput,
} from "./support/small-plans.ts";

const runs = { numRuns: 300 };
describe("a planted fault is found when a planner", () => {
  it.for<[fault: string, law: Law, planner: Planner, inputs: fc.Arbitrary<PlanInput>]>([
    ["deletes first", "keeps what stays", byRule.deletesFirst, oneGroupByRule],
    ["puts everything in one wave", "keeps what stays", byRule.doesAllAtOnce, oneGroupByRule],
    ["updates in place what is needed", "keeps what stays", byRule.updatesWhatIsNeeded, oneGroupByRule],
    ["exceeds the limit at its peak", "stays within the limit", byRule.ignoresTheLimit, oneGroupByRule],
    ["forgets a delete", "ends as wanted", byRule.forgetsADelete, oneGroupByRule],
    ["updates what cannot change", "can be run", byRule.updatesWhatIsFixed, oneGroupByRule],
    ["finishes group by group", "keeps what stays across groups", byRule.finishesGroupByGroup, twoGroupsByRule],
    ["states the target at once", "keeps what stays", bySet.asksOnce, oneGroupBySet],
    ["relabels at once", "holds no rule twice", bySet.asksOnce, oneGroupBySet],
    ["drops rules first", "keeps what stays", bySet.dropsFirst, oneGroupBySet],
    ["states too large a union", "stays within the limit", bySet.unitesWhateverTheLimit, oneGroupBySet],
    ["forgets to drop rules", "ends as wanted", bySet.forgetsTheTarget, oneGroupBySet],
    ["allows more for a while", "opens nothing else", bySet.opensInBetween, oneGroupBySet],
    ["finishes sets group by group", "keeps what stays across groups", bySet.finishesGroupByGroup, twoGroupsBySet],
  ])("%s, which breaks the law: %s", ([, law, planner, inputs]) => {
    const result = fc.check(
      fc.property(inputs, (input) => findBreach(planner, input)?.law !== law),
      runs,
    );
    expect(result.failed).toBe(true);
  });
});

describe("no fault is found where there is none", () => {
  it.for([
    ["one group, written rule by rule", byRule.ignoresTheLimit, oneGroupByRule],
    ["two groups, written rule by rule", byRule.ignoresTheLimit, twoGroupsByRule],
  ] as const)("for %s", ([, planner, inputs]) => {
    fc.assert(
      fc.property(withRoom(inputs), (input) => {
        expect(findBreach(planner, input)).toBeUndefined();
      }),
      runs,
    );
  });
});
