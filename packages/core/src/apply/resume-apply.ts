import { toSecurityGroupError } from "../error/security-group-error.ts";
import { waitForOperations } from "../operation/wait-for-operations.ts";
import { countWrites } from "../plan/plan.ts";
import type { ApplyOptions } from "./apply-plan.ts";
import { adapterOf } from "./apply-plan.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import type { ApplyReport, TargetReport } from "./apply-report.ts";
import { endTarget } from "./apply-target.ts";
import { followPlan } from "./follow-plan.ts";
import { findForeignChanges } from "./find-foreign-changes.ts";
import { asPlanned } from "./manner.ts";
import { keepJournal } from "./keep-journal.ts";
import { lookUntil, remainingLag } from "./look-until.ts";
import { foreignChangesError, planAgain } from "./plan-again.ts";
import type { ApplyRecord, TargetRecord } from "./read-journal.ts";
import type { TargetRun } from "./target-run.ts";
import { verifyTarget } from "./verify-target.ts";
import { waitUntilGroupsAreQuiet } from "./wait-until-groups-are-quiet.ts";

/**
 * Goes on with an apply that did not come to its end, from what its journal tells: awaits what it had begun, waits until the clouds are quiet, reads,
 * and plans what is left of the same plan. What was agreed to then is not asked for again; `force` and `allowInterruption` are.
 *
 * A target that somebody else changed meanwhile is left alone (`stale-plan` in its report). Entries go on in `options.journal`, which is to be the same one.
 */
export async function resumeApply(record: ApplyRecord, options: ApplyOptions): Promise<ApplyReport> {
  const journal = keepJournal(options.journal);
  const targets = record.targets.map((target) => ({ record: target, adapter: adapterOf(target.plan, options) }));
  const reports = await Promise.all(
    targets.map(({ record: target, adapter }) =>
      resumeTarget(target, record.lastAt, {
        plan: target.plan,
        adapter,
        options,
        journal,
        before: target.before,
        created: new Map(),
        manner: asPlanned(),
        sent: target.sent,
      }),
    ),
  );
  await journal.note({ kind: "ended-all", at: options.clock.now() });
  return { targets: reports };
}

async function resumeTarget(record: TargetRecord, lastAt: number, run: TargetRun): Promise<TargetReport> {
  const { options, plan } = run;
  const { target } = plan;
  options.onEvent?.({ kind: "target-started", target, at: options.clock.now(), steps: countWrites(plan) });
  return endTarget(run, await goOn(record, lastAt, run).catch((error: unknown) => failed(run, error)));
}

async function goOn(record: TargetRecord, lastAt: number, run: TargetRun): Promise<TargetReport> {
  const { adapter, options, plan, journal } = run;
  const { clock, random, signal, deadlineMs } = options;
  const { target } = plan;
  // Their outcome is seen in what stands afterwards; here only their end matters.
  await waitForOperations(adapter, record.open, { clock, random, signal, deadlineMs });
  await waitUntilGroupsAreQuiet(plan, adapter, options, run.created);
  const hasAll = (seen: ObservedTarget): boolean => verifyTarget(plan, seen, run.created).length === 0;
  const lagMs = record.isUnsettled ? remainingLag(lastAt, clock) : 0;
  const observed = await lookUntil(run, hasAll, lagMs);
  const foreign = findForeignChanges(run, observed);
  if (foreign.length > 0) throw foreignChangesError(foreign);
  if (hasAll(observed)) return { target, steps: [] };
  const rest = await planAgain(run, observed);
  await journal.write({ kind: "planned-again", at: clock.now(), target, waves: rest.waves });
  options.onEvent?.({ kind: "planned-again", target, at: clock.now(), steps: countWrites(rest) });
  return followPlan(run, rest);
}

function failed({ plan: { target } }: TargetRun, error: unknown): TargetReport {
  return { target, steps: [], error: toSecurityGroupError(error).at({ target }) };
}
