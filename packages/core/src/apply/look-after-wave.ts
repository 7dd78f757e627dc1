import { SecurityGroupError, type ErrorCode } from "../error/security-group-error.ts";
import { abortedError } from "../error/throw-if-aborted.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import type { StepReport } from "./apply-report.ts";
import { findForeignChanges } from "./find-foreign-changes.ts";
import { isInEffect } from "./is-in-effect.ts";
import { canBeSplit } from "./manner.ts";
import { lookUntil } from "./look-until.ts";
import { foreignChangesError } from "./plan-again.ts";
import { findPlanned, type TargetRun } from "./target-run.ts";
import { verifyTarget } from "./verify-target.ts";
import { waitUntilGroupsAreQuiet } from "./wait-until-groups-are-quiet.ts";

/** How to go on after a wave, with what is known of its steps by then. */
export interface WaveEnd {
  readonly steps: readonly StepReport[];
  readonly next:
    | { readonly kind: "go-on"; readonly observed: ObservedTarget }
    /** Nothing is lost, but not everything was done: what is left is to be planned from what was observed. */
    | { readonly kind: "plan-again"; readonly observed: ObservedTarget; readonly error: SecurityGroupError }
    | { readonly kind: "stop"; readonly error: SecurityGroupError };
}

/**
 * Looks what a wave brought about, since an answer proves nothing and a missing one disproves nothing: only when every step is seen to be in effect, and
 * nobody else's changes are, the next wave may build on it.
 *
 * A step whose outcome is not known is found out by waiting until the cloud is quiet and reading; it is never sent again as it was. What
 * failed for good stops the target.
 */
export async function lookAfterWave(run: TargetRun, steps: readonly StepReport[]): Promise<WaveEnd> {
  const failure = run.journal.failure();
  const [first] = steps.flatMap(({ error }) => error ?? []);
  if (failure !== undefined) return { steps, next: { kind: "stop", error: failure } };
  if (run.options.signal.aborted) return { steps, next: { kind: "stop", error: first ?? abortedError() } };
  // What the cloud has not finished within the deadline it may finish at any time: nothing can be built on that.
  const unending = steps.find(({ error }) => error?.code === "operation-timeout")?.error;
  if (unending !== undefined) return { steps, next: { kind: "stop", error: unending } };
  if (first !== undefined) await waitUntilGroupsAreQuiet(run.plan, run.adapter, run.options, run.created);

  const mayShow = steps.filter(({ status }) => status === "done" || status === "unknown").map(({ step }) => step);
  const shows = (target: ObservedTarget): boolean => {
    learnIds(run, target);
    return mayShow.every((step) => isInEffect(step, target, run.created));
  };
  let observed = await lookUntil(run, shows);
  // What the cloud is at work on may have been listed late, like anything that is read.
  if (first !== undefined && !shows(observed)) {
    const hasWaited = await waitUntilGroupsAreQuiet(run.plan, run.adapter, run.options, run.created);
    if (hasWaited) observed = await lookUntil(run, shows);
  }
  const isLasting = lastingFor(run, steps);
  const foreign = findForeignChanges(run, observed);
  const known = steps.map((report): StepReport => {
    if (report.status === "not-done" || isLasting(report)) return report;
    if (isInEffect(report.step, observed, run.created)) return { step: report.step, status: "done" };
    // What was done may have been undone by somebody else.
    return foreign.length > 0 ? report : { ...report, status: "failed" };
  });
  if (foreign.length > 0) return { steps: known, next: { kind: "stop", error: foreignChangesError(foreign, first) } };
  const lasting = known.find(isLasting)?.error;
  if (lasting !== undefined) return { steps: known, next: { kind: "stop", error: lasting } };
  if (known.every(({ status }) => status === "done")) return { steps: known, next: { kind: "go-on", observed } };
  return {
    steps: known,
    next: { kind: "plan-again", observed, error: first ?? notInEffect(verifyTarget(run.plan, observed, run.created)) },
  };
}

/**
 * Whether a new plan from what is there now would meet the same: the cloud said no, or carried it out and failed. A refusal may be about several writes being
 * under way at once, or about a group that comes with its rules: then another manner may do, and is tried once.
 */
function lastingFor({ manner, adapter }: TargetRun, steps: readonly StepReport[]): (report: StepReport) => boolean {
  const areTogether = steps.filter(({ status }) => status !== "not-done").length > 1;
  return ({ step, error }) => {
    if (error?.code === "rejected") {
      const maySplit = !manner.splitsCreations && canBeSplit(step, adapter.capabilities);
      return !maySplit && (manner.oneByOne || !areTogether);
    }
    return isFinal(error);
  };
}

/** Lost answers, whose effect is unknown; and what is not there, since somebody else may have removed what was to be removed. */
const notFinal: ReadonlySet<ErrorCode> = new Set([
  "unreachable",
  "unavailable",
  "unexpected-response",
  "not-found",
  "aborted",
]);

function isFinal(error: SecurityGroupError | undefined): boolean {
  return error !== undefined && !error.retryable && !notFinal.has(error.code);
}

/** A group whose creation was answered without an id, or not at all, is found by its name. */
function learnIds(run: TargetRun, observed: ObservedTarget): void {
  for (const group of run.plan.groups) {
    if (group.action !== "create" || run.created.has(group.name)) continue;
    const found = findPlanned(group, observed);
    if (found !== undefined) run.created.set(group.name, found.group.id);
  }
}

function notInEffect(differences: readonly string[]): SecurityGroupError {
  return new SecurityGroupError(
    "not-converged",
    `the cloud said that steps were done, but they are not in effect: ${differences.join("; ")}`,
    { hint: "Make a new plan. If it shows the same again, the cloud changes what it is sent." },
  );
}
