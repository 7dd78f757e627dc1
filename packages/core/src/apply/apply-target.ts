import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError, toSecurityGroupError } from "../error/security-group-error.ts";
import { abortedError } from "../error/throw-if-aborted.ts";
import type { GroupId } from "../model/rule.ts";
import { pollDelay } from "../operation/poll-schedule.ts";
import { countWrites, type TargetPlan } from "../plan/plan.ts";
import { readTarget, type ObservedTarget } from "../plan/read-target.ts";
import type { ApplyOptions } from "./apply.ts";
import type { StepReport, TargetReport } from "./apply-report.ts";
import { checkBase } from "./check-base.ts";
import { runWave } from "./run-wave.ts";
import { verifyTarget } from "./verify-target.ts";

/** A cloud may show a write only a moment after it said that it was done. */
const readBackAttempts = 4;

/** Throws `stale-plan` when the target is not as it was when the plan was made. */
export async function checkTarget(plan: TargetPlan, adapter: Adapter, options: ApplyOptions): Promise<void> {
  await checkBase(plan, options.observed?.get(plan.target) ?? (await readPlanned(plan, adapter, options)));
}

/** Runs one target's waves and reads it back. Never throws. */
export async function applyTarget(plan: TargetPlan, adapter: Adapter, options: ApplyOptions): Promise<TargetReport> {
  const { clock, onEvent } = options;
  const { target } = plan;
  onEvent?.({ kind: "target-started", target, at: clock.now(), steps: countWrites(plan) });
  const report = await run(plan, adapter, options);
  onEvent?.({ kind: "target-ended", target, at: clock.now(), converged: report.error === undefined });
  return report;
}

async function run(plan: TargetPlan, adapter: Adapter, options: ApplyOptions): Promise<TargetReport> {
  const { target } = plan;
  const created = new Map<string, GroupId>();
  const steps: StepReport[] = [];
  let error: SecurityGroupError | undefined;
  for (const wave of plan.waves) {
    if (error === undefined && options.signal.aborted) error = abortedError();
    if (error !== undefined) {
      steps.push(...wave.map((step): StepReport => ({ step, status: "not-done" })));
      continue;
    }
    const reports = await runWave(wave, { target, adapter, options, created });
    steps.push(...reports);
    error = reports.find((report) => report.error)?.error ?? (options.signal.aborted ? abortedError() : undefined);
  }
  if (error === undefined && steps.length > 0) error = await readBack(plan, adapter, options, created);
  return { target, steps, error: error && error.at({ target }) };
}

/** Why the target is not as planned; nothing when it is. A few more looks are taken before giving up. */
async function readBack(
  plan: TargetPlan,
  adapter: Adapter,
  options: ApplyOptions,
  created: ReadonlyMap<string, GroupId>,
): Promise<SecurityGroupError | undefined> {
  const { clock, signal, onEvent } = options;
  onEvent?.({ kind: "reading-back", target: plan.target, at: clock.now() });
  let differences: readonly string[] = [];
  try {
    for (let attempt = 0; attempt < readBackAttempts; attempt++) {
      if (attempt > 0) await clock.sleep(pollDelay(attempt, 0), signal);
      differences = verifyTarget(plan, await readPlanned(plan, adapter, options), created);
      if (differences.length === 0) return undefined;
    }
  } catch (error) {
    return signal.aborted ? abortedError(error) : toSecurityGroupError(error);
  }
  return new SecurityGroupError(
    "not-converged",
    `every step was done, yet the cloud differs: ${differences.join("; ")}`,
    {
      hint: "Make a new plan. If it shows the same again, the cloud changes what it is sent, or somebody else does.",
    },
  );
}

/** Reads what the plan speaks of, new groups by their names. */
async function readPlanned(
  plan: TargetPlan,
  adapter: Adapter,
  { clock, signal }: ApplyOptions,
): Promise<ObservedTarget> {
  const ids = new Set<string>(plan.groups.flatMap((group) => ("id" in group ? [group.id] : [])));
  const names = new Set(plan.groups.map((group) => group.name));
  const isPlanned = (group: { readonly id: string; readonly name: string }): boolean =>
    ids.has(group.id) || names.has(group.name);
  return readTarget(adapter, isPlanned, { clock, signal });
}
