import { longestWait } from "../account/longest-wait.ts";
import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError, toSecurityGroupError } from "../error/security-group-error.ts";
import { abortedError, throwIfAborted } from "../error/throw-if-aborted.ts";
import { countWrites, type TargetPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import type { ApplyOptions } from "./apply.ts";
import type { StepReport, TargetReport } from "./apply-report.ts";
import { checkBase } from "./check-base.ts";
import { lookAfterWave, type WaveEnd } from "./look-after-wave.ts";
import { lookUntil } from "./look-until.ts";
import { canBeSplit } from "./manner.ts";
import { mostPlans, planAgain } from "./plan-again.ts";
import { proveAgain } from "./prove-again.ts";
import { runWave } from "./run-wave.ts";
import { findPlanned, readPlanned, type TargetRun } from "./target-run.ts";
import { verifyTarget } from "./verify-target.ts";
import { waitUntilGroupsAreQuiet } from "./wait-until-groups-are-quiet.ts";

/** Before what is left is planned again; doubled each time. */
const firstPauseMs = 1_000;

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
  if (!options.allowInterruption) await proveAgain(plan, observed, adapter, options);
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
  const report = await follow(run, plan, []);
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

/** Carries out a plan, and further ones of what is left as long as that may help. `done` are the reports of steps before. */
export async function follow(run: TargetRun, first: TargetPlan, done: readonly StepReport[]): Promise<TargetReport> {
  const { target } = run.plan;
  const steps = [...done];
  let plan = first;
  let seen: ObservedTarget | undefined;
  for (let plans = 1; ; plans++) {
    const ended = await runWaves(run, plan);
    // Refusals for being too many at once are no reason to give up as long as some get through.
    if (ended.steps.some(({ status }) => status === "done")) plans = Math.min(plans, 1);
    const { next } = ended;
    if (next.kind === "go-on") {
      const last = next.observed ?? seen;
      const error = last && (await readBack(run, last));
      return { target, steps: [...steps, ...ended.steps], error: error?.at({ target }) };
    }
    // Nobody waits longer than the account would.
    const asked = next.error.retryAfterMs ?? 0;
    if (next.kind === "stop" || plans === mostPlans || asked > longestWait)
      return { target, steps: [...steps, ...ended.steps], error: next.error.at({ target }) };
    changeManner(run, ended.steps);
    try {
      const { clock, signal } = run.options;
      const pauseMs = Math.max(asked, firstPauseMs * 2 ** plans);
      await throwIfAborted(clock.sleep(pauseMs, signal), signal);
      plan = await planAgain(run, next.observed);
      seen = next.observed;
    } catch (cause) {
      const error = toSecurityGroupError(cause);
      return { target, steps: [...steps, ...ended.steps], error: error.with({ cause: next.error }).at({ target }) };
    }
    // What was not done is in the new plan, or is not needed any more.
    steps.push(...ended.steps.filter(({ status }) => status === "done"));
    const { clock, onEvent } = run.options;
    await run.journal.note({ kind: "planned-again", at: clock.now(), target, waves: plan.waves });
    onEvent?.({ kind: "planned-again", target, at: clock.now(), steps: countWrites(plan) });
  }
}

/** Learns from what was refused. */
function changeManner({ manner, adapter }: TargetRun, steps: readonly StepReport[]): void {
  for (const { step, error } of steps) {
    if (error?.code === "rejected" && canBeSplit(step, adapter.capabilities)) manner.splitsCreations = true;
    else if (error?.code === "rejected" || error?.code === "conflict") manner.oneByOne = true;
  }
}

interface WavesEnd {
  readonly steps: readonly StepReport[];
  /** Without an observation when nothing had to be done. */
  readonly next:
    | Exclude<WaveEnd["next"], { readonly kind: "go-on" }>
    | { readonly kind: "go-on"; readonly observed?: ObservedTarget };
}

async function runWaves(run: TargetRun, plan: TargetPlan): Promise<WavesEnd> {
  const steps: StepReport[] = [];
  let next: WavesEnd["next"] = { kind: "go-on" };
  for (const wave of plan.waves) {
    if (next.kind === "go-on" && run.options.signal.aborted) next = { kind: "stop", error: abortedError() };
    if (next.kind !== "go-on") {
      steps.push(...wave.map((step): StepReport => ({ step, status: "not-done" })));
      continue;
    }
    const reports = await runWave(wave, run);
    const end = await lookAfterWave(run, reports).catch((error: unknown): WaveEnd => {
      const [first] = reports.flatMap((report) => report.error ?? []);
      return { steps: reports, next: { kind: "stop", error: first ?? whyNot(error, run) } };
    });
    steps.push(...end.steps);
    next = end.next;
  }
  return { steps, next };
}

function whyNot(error: unknown, { options }: TargetRun): SecurityGroupError {
  return options.signal.aborted ? abortedError(error) : toSecurityGroupError(error);
}

/** Why the target is not as planned; nothing when it is. */
export async function readBack(run: TargetRun, seen: ObservedTarget): Promise<SecurityGroupError | undefined> {
  let differences = verifyTarget(run.plan, seen, run.created);
  if (differences.length === 0) return undefined;
  try {
    await lookUntil(run, (observed) => {
      differences = verifyTarget(run.plan, observed, run.created);
      return differences.length === 0;
    });
  } catch (error) {
    return whyNot(error, run);
  }
  if (differences.length === 0) return undefined;
  return new SecurityGroupError(
    "not-converged",
    `every step was done, yet the cloud differs: ${differences.join("; ")}`,
    {
      hint: "Make a new plan. If it shows the same again, the cloud changes what it is sent, or somebody else does.",
    },
  );
}
