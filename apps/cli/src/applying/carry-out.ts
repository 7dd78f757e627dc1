import { apply, hasConverged, type Adapter, type ObservedTarget, type Plan } from "@secgroup/core";
import type { Context } from "../context.ts";
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
}

/** What somebody has agreed to, and how they want to be told. */
export interface Consent {
  readonly json?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly allowInterruption?: boolean | undefined;
}

/** Runs the plan with its progress on stderr and what became of it on stdout. Throws what core's `apply` throws. */
export async function carryOut(
  { plan, adapters, observed }: Work,
  { json, force, allowInterruption }: Consent,
  context: Context,
): Promise<ExitCode> {
  const { clock, random, signal, stdout, stderr } = context;
  const progress = startProgress(plan, context);
  const report = await apply(plan, {
    adapters,
    observed,
    clock,
    random,
    signal,
    force,
    allowInterruption,
    onEvent: progress.onEvent,
  }).finally(progress.end);
  if (json) writeJson(stdout, reportToJson(report));
  else writeLines(stdout, renderReport(report, plan, stylesFor(stdout)));
  writeLines(
    stderr,
    errorsOf(report).flatMap((error) => renderError(error, stylesFor(stderr))),
  );
  if (hasConverged(report)) return exitCode.success;
  return signal.aborted ? exitCode.interrupted : exitCode.error;
}
