import type { SecurityGroupError } from "../error/security-group-error.ts";
import type { Step } from "../plan/step.ts";

/**
 * What became of a step: `done` (the cloud said so), `failed` (it had no effect, or the cloud says that it failed), `unknown` (it was sent, and how it
 * ended is not known), `not-done` (never sent).
 */
export type StepStatus = "done" | "failed" | "unknown" | "not-done";

/** What became of one write; `error` says why it is not `done`, where that is known. */
export interface StepReport {
  readonly step: Step;
  readonly status: StepStatus;
  readonly error?: SecurityGroupError | undefined;
}

/** What became of one target. It has converged exactly when `error` is absent. */
export interface TargetReport {
  readonly target: string;
  readonly steps: readonly StepReport[];
  /** The first thing that went wrong. */
  readonly error?: SecurityGroupError | undefined;
}

/** What became of a plan, target by target. */
export interface ApplyReport {
  readonly targets: readonly TargetReport[];
}

/** Whether every target stands as planned, proven by reading it back. */
export function hasConverged(report: ApplyReport): boolean {
  return report.targets.every((target) => target.error === undefined);
}
