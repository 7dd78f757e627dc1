import type { ApplyEvent } from "@secgroup/core";

/** How far apply is with one target. */
export interface TargetProgress {
  readonly target: string;
  readonly steps: number;
  /** Steps that have ended, well or not. */
  readonly ended: number;
  readonly done: number;
  readonly failed: number;
  /** Steps whose outcome nobody knows. */
  readonly unknown: number;
  readonly phase:
    | "writing"
    | "waiting"
    | "waiting-until-quiet"
    /** Before anything is sent: an earlier apply did so, and its outcome may show late. */
    | "looking"
    | "reading-back"
    | "converged"
    | "not-converged";
  /** Whether a step was sent since it started. */
  readonly hasSent: boolean;
  /** What the cloud is at work on. */
  readonly operations: number;
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
}

/** The progress after one more event; an event of a target that has not started begins it. */
export function advance(progress: TargetProgress | undefined, event: ApplyEvent): TargetProgress {
  const before: TargetProgress = progress ?? {
    target: event.target,
    steps: 0,
    ended: 0,
    done: 0,
    failed: 0,
    unknown: 0,
    phase: "writing",
    hasSent: false,
    operations: 0,
    startedAt: event.at,
  };
  switch (event.kind) {
    case "target-started":
      return { ...before, steps: event.steps, startedAt: event.at };
    case "step-sent":
      return { ...before, phase: "writing", hasSent: true };
    case "step-ended":
      return {
        ...before,
        ended: before.ended + 1,
        done: before.done + (event.status === "done" ? 1 : 0),
        failed: before.failed + (event.status === "failed" ? 1 : 0),
        unknown: before.unknown + (event.status === "unknown" ? 1 : 0),
        operations: Math.max(0, before.operations - 1),
      };
    case "waiting":
      return { ...before, phase: "waiting", operations: event.operations };
    case "waiting-until-quiet":
      return { ...before, phase: "waiting-until-quiet", operations: event.operations };
    case "planned-again":
      // What was not done is among the steps to come.
      return {
        ...before,
        phase: "writing",
        steps: before.done + event.steps,
        ended: before.done,
        failed: 0,
        unknown: 0,
      };
    case "reading-back":
      return { ...before, phase: before.hasSent ? "reading-back" : "looking", operations: 0 };
    case "target-ended":
      return { ...before, phase: event.converged ? "converged" : "not-converged", endedAt: event.at };
  }
}
