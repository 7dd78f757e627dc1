import { expect, it } from "vitest";
import {
  hasConverged,
  no,
  SecurityGroupError,
  type Adapter,
  type ApplyReport,
  type Capabilities,
} from "../../src/index.ts";
import { foreignChangesError } from "../../src/apply/plan-again.ts";
import { tcp } from "../support/describe-waves.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const unanswered = new SecurityGroupError("unreachable", "no answer", { retryable: true });
const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
const relabelled = present("web", { rules: [{ ...tcp(22), description: "ssh" }] });

/** A target whose first write is lost on the way, so that what is left has to be planned again. */
function losingFirst(
  capabilities: Partial<Capabilities>,
  wrap: (adapter: Adapter, isLost: () => boolean) => Partial<Adapter> = () => ({}),
): MemoryTarget {
  let sent = 0;
  const target = memoryTarget(capabilities, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      if (++sent === 1) throw unanswered;
      return adapter.submit(step, signal);
    },
    ...wrap(adapter, () => sent > 0),
  }));
  target.cloud.seed({ name: "web", rules: [tcp(22)] });
  return target;
}

const relabel = async (target: MemoryTarget): Promise<ApplyReport> =>
  target.apply(await target.plan([relabelled], { relabel: true }), { allowInterruption: true });

it("a description that was to change is planned again, also where that takes a new rule and may interrupt", async () => {
  const target = losingFirst(byRuleSet);
  expect(hasConverged(await relabel(target))).toBe(true);
  expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual(relabelled.rules);
});

it("limits that cannot be read for a moment are read again", async () => {
  let failures = 2;
  const target = losingFirst({}, (adapter, isLost) => ({
    readLimits: async (signal) => {
      if (isLost() && failures-- > 0) throw new SecurityGroupError("unavailable", "not now", { retryable: true });
      return adapter.readLimits(signal);
    },
  }));
  expect(hasConverged(await relabel(target))).toBe(true);
  expect(failures).toBe(-1);
});

it("somebody else's changes are told with what to do, and with what went wrong besides", () => {
  expect(foreignChangesError(["the group web is gone", "the group www was made"], unanswered)).toMatchObject({
    code: "stale-plan",
    message: expect.stringContaining("the group web is gone; the group www was made"),
    hint: expect.stringMatching(/make a new plan/i),
    cause: unanswered,
  });
  expect(foreignChangesError(["the group web is gone"]).cause).toBeUndefined();
});
