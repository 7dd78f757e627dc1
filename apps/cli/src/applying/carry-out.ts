import {
  applyPlan,
  hasConverged,
  type Adapter,
  type ApplyEvent,
  type ApplyOptions,
  type ApplyReport,
  type ObservedTarget,
  type Plan,
  type SecurityGroupError,
} from "@secgroup/core";
import type { Context } from "../context.ts";
import type { JournalFile } from "../journal/open-journal.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { silence } from "../output/silence.ts";
import { startProgress } from "../progress/progress.ts";
import { left } from "../progress/stopping.ts";
import { writeApplyLine } from "../render/apply-line.ts";
import { errorsOf, renderReport } from "../render/render-report.ts";
import { reportToJson } from "../render/report-to-json.ts";
import { stylesFor } from "../render/styles.ts";
import { writeFailed } from "../render/write-failed.ts";
import { writeLines } from "../render/write.ts";

/** A plan and the adapters of its targets. */
export interface Work {
  readonly plan: Plan;
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** What the plan was made from, only when that was a moment ago; else the targets are read once more before anything is written. */
  readonly observed?: ReadonlyMap<string, ObservedTarget> | undefined;
  /** Why targets of the document are not in the plan. Default: none. */
  readonly failed?: readonly SecurityGroupError[] | undefined;
}

/** What somebody has agreed to, and how they want to be told. */
export interface Consent {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly allowInterruption?: boolean | undefined;
}

/** Does the work: core's `apply` or `resumeApply`. */
export type Run = (options: ApplyOptions) => Promise<ApplyReport>;

/**
 * Runs the plan with its progress on stderr and what became of it on stdout, as JSON what happens too; quietly only what went wrong, on stderr. The journal, when there is one, is closed at the end. Throws what core's
 * `apply` throws.
 */
export async function carryOut(
  { plan, adapters, observed, failed = [] }: Work,
  { json, quiet, force, allowInterruption }: Consent,
  context: Context,
  journal?: JournalFile,
  run: Run = (options) => applyPlan(plan, options),
): Promise<ExitCode> {
  const { clock, random, signal, stdout, stderr } = context;
  // Events and a progress that is written over would tear each other on one screen.
  const isTold = quiet || (json && stdout.isTerminal);
  const progress = startProgress(plan, isTold ? silence(context) : context);
  const onEvent = (event: ApplyEvent): void => {
    if (json) writeApplyLine(stdout, event);
    progress.onEvent(event);
  };
  const options = { adapters, observed, clock, random, signal, force, allowInterruption, journal, onEvent };
  // Without a journal nothing is sent, and there is nothing to go on from.
  const unsay = journal && context.sayOnLeaving(left);
  const report = await run(options).finally(async () => {
    unsay?.();
    progress.end();
    await journal?.close();
  });
  // First, so that what became of it is the last thing on a screen.
  writeFailed(errorsOf(report), stderr);
  if (json) writeApplyLine(stdout, { kind: "report", ...reportToJson(report, failed) });
  else if (!quiet) writeLines(stdout, renderReport(report, plan, stylesFor(stdout)));
  else if (!hasConverged(report)) writeLines(stderr, renderReport(report, plan, stylesFor(stderr)));
  if (hasConverged(report) && failed.length === 0) return exitCode.success;
  return signal.aborted ? exitCode.interrupted : exitCode.error;
}
