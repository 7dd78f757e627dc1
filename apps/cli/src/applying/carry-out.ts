import {
  applyPlan,
  hasConverged,
  type Adapter,
  type ApplyOptions,
  type ApplyReport,
  type ObservedTarget,
  type Plan,
  type SecurityGroupError,
} from "@secgroup/core";
import type { Context } from "../context.ts";
import type { JournalFile } from "../journal/open-journal.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { startProgress } from "../progress/progress.ts";
import { renderError } from "../render/render-error.ts";
import { errorsOf, renderReport } from "../render/render-report.ts";
import { reportToJson } from "../render/report-to-json.ts";
import { stylesFor } from "../render/styles.ts";
import { writeJson, writeLines } from "../render/write.ts";

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
  readonly force?: boolean | undefined;
  readonly allowInterruption?: boolean | undefined;
}

/** Does the work: core's `apply` or `resumeApply`. */
export type Run = (options: ApplyOptions) => Promise<ApplyReport>;

/**
 * Runs the plan with its progress on stderr and what became of it on stdout. The journal, when there is one, is closed at the end. Throws what core's
 * `apply` throws.
 */
export async function carryOut(
  { plan, adapters, observed, failed = [] }: Work,
  { json, force, allowInterruption }: Consent,
  context: Context,
  journal?: JournalFile,
  run: Run = (options) => applyPlan(plan, options),
): Promise<ExitCode> {
  const { clock, random, signal, stdout, stderr } = context;
  const progress = startProgress(plan, context);
  const { onEvent } = progress;
  const options = { adapters, observed, clock, random, signal, force, allowInterruption, journal, onEvent };
  const report = await run(options).finally(async () => {
    progress.end();
    await journal?.close();
  });
  if (json) writeJson(stdout, reportToJson(report, failed));
  else writeLines(stdout, renderReport(report, plan, stylesFor(stdout)));
  writeLines(
    stderr,
    errorsOf(report).flatMap((error) => renderError(error, stylesFor(stderr))),
  );
  if (hasConverged(report) && failed.length === 0) return exitCode.success;
  return signal.aborted ? exitCode.interrupted : exitCode.error;
}
