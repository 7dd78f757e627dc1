import type { ApplyReport, JournalEntry, Plan, SecurityGroupError } from "@secgroup/core";
import type { StandingGroup } from "../world/standing-group.ts";

/** A request as a process sent it. */
export interface SentRequest {
  /** From 1, over all processes. */
  readonly number: number;
  /** Milliseconds since the epoch, by the clouds' clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The status of the answer, as the process saw it; undefined without one. */
  status: number | undefined;
}

/** What one process did: plan and apply, or resume. */
export interface RunRecord {
  /** `again` is without faults, until it converges; `second` comes after that, and is to find nothing to do. */
  readonly kind: "first" | "rival" | "after-crash" | "again" | "second";
  readonly how: "apply" | "resume";
  readonly startedAt: number;
  endedAt: number;
  readonly allowInterruption: boolean;
  readonly sent: SentRequest[];
  readonly journal: JournalEntry[];
  /** What the process says, line by line. */
  readonly events: string[];
  /** When it was told to stop: the number of the last request that any process had sent by then. */
  abortedAfter: number | undefined;
  plan: Plan | undefined;
  /** Targets that could not be planned. */
  failed: readonly SecurityGroupError[];
  report: ApplyReport | undefined;
  /** What was thrown. */
  error: unknown;
  hasCrashed: boolean;
  /** What was in force when it ended, by target. */
  standing: ReadonlyMap<string, readonly StandingGroup[]>;
}

/** Whether a process says that every target is as the document wants it. */
export function saysConverged({ report, error, failed, hasCrashed }: RunRecord): boolean {
  return (
    !hasCrashed &&
    error === undefined &&
    failed.length === 0 &&
    report !== undefined &&
    report.targets.every((target) => target.error === undefined)
  );
}

/** Everything that a process found wrong, in the order of its report. */
export function errorsOf({ report, error, failed }: RunRecord): readonly unknown[] {
  const reported = report?.targets.flatMap((target) => [
    ...(target.error ? [target.error] : []),
    ...target.steps.flatMap((step) => step.error ?? []),
  ]);
  return [...(error === undefined ? [] : [error]), ...failed, ...(reported ?? [])];
}
