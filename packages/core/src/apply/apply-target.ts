import type { Adapter } from "../adapter/adapter.ts";
import { countWrites, type TargetPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import type { ApplyOptions } from "./apply-plan.ts";
import type { TargetReport } from "./apply-report.ts";
import { checkBase } from "./check-base.ts";
import { followPlan } from "./follow-plan.ts";
import { proveAgain } from "./prove-again.ts";
import { findPlanned, readPlanned, type TargetRun } from "./target-run.ts";
import { waitUntilGroupsAreQuiet } from "./wait-until-groups-are-quiet.ts";

/**
 * What stands on a target before its plan is run: what was read a moment ago, or else is read now, when the cloud is at work on none of the groups. Throws
 * `stale-plan` when the target is not as it was when the plan was made, and what `proveAgain` throws.
 */
export async function checkTarget(plan: TargetPlan, adapter: Adapter, options: ApplyOptions): Promise<ObservedTarget> {
  const known = options.observed?.get(plan.target);
  if (known !== undefined) {
    await checkBase(plan, known);
    return known;
  }
  if (countWrites(plan) > 0) await waitUntilGroupsAreQuiet(plan, adapter, options, new Map(), true);
  const observed = await readPlanned(plan, adapter, options);
  await checkBase(plan, observed);
  await proveAgain(plan, observed, adapter, options);
  return observed;
}

/** What the groups of a plan are, by key. */
export function recordGroups(plan: TargetPlan, observed: ObservedTarget): TargetRun["before"] {
  return new Map(
    plan.groups.map((group) => {
      const entry = findPlanned(group, observed);
      return [group.key, entry && requireRules(entry)];
    }),
  );
}

/** Runs one target's waves, each on what the one before is seen to have brought about. Never throws. */
export async function applyTarget(run: TargetRun): Promise<TargetReport> {
  const { options, plan } = run;
  const { clock, onEvent } = options;
  const { target } = plan;
  onEvent?.({ kind: "target-started", target, at: clock.now(), steps: countWrites(plan) });
  const report = await followPlan(run, plan);
  return endTarget(run, report);
}

/** Says and writes down how a target ended. */
export async function endTarget(run: TargetRun, report: TargetReport): Promise<TargetReport> {
  const { clock, onEvent } = run.options;
  const { target } = run.plan;
  const converged = report.error === undefined;
  await run.journal.note({ kind: "target-ended", at: clock.now(), target, converged });
  onEvent?.({ kind: "target-ended", target, at: clock.now(), converged });
  return report;
}
