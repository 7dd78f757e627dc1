import type { BrokenTarget, ConsoleEvent, Problem } from "./report.ts";

/** How far one target of an apply is. */
export interface TargetProgress {
  readonly state: "working" | "waiting" | "reading" | "done" | "broken";
  /** Writes in all, as far as is known, and those that have ended. */
  readonly steps: number;
  readonly ended: number;
  readonly broken?: BrokenTarget | undefined;
}

export interface Progress {
  readonly isRunning: boolean;
  /** When the apply ended, in milliseconds since the epoch. */
  readonly endedAt?: number | undefined;
  /** By name, in the order in which they began. */
  readonly targets: ReadonlyMap<string, TargetProgress>;
  /** Why nothing was begun. */
  readonly problems: readonly Problem[];
}

export const noProgress: Progress = { isRunning: false, targets: new Map(), problems: [] };

const begun: TargetProgress = { state: "working", steps: 0, ended: 0 };

/** The progress after an event. */
export function followProgress(progress: Progress, event: ConsoleEvent): Progress {
  switch (event.kind) {
    case "ended":
      return { ...progress, isRunning: false, endedAt: event.at };
    case "refused":
      return { ...progress, isRunning: false, problems: event.problems };
    case "target-started":
    case "step-sent":
    case "step-ended":
    case "waiting":
    case "waiting-until-quiet":
    case "reading-back":
    case "planned-again":
    case "target-ended":
    case "result": {
      const before = progress.targets.get(event.target) ?? begun;
      const targets = new Map(progress.targets).set(event.target, followTarget(before, event));
      return { ...progress, isRunning: true, targets };
    }
  }
}

function followTarget(
  before: TargetProgress,
  event: Exclude<ConsoleEvent, { readonly kind: "ended" | "refused" }>,
): TargetProgress {
  switch (event.kind) {
    case "target-started":
      return { ...begun, steps: event.steps ?? 0 };
    // What was done counts on; what is left is `steps`.
    case "planned-again":
      return { ...before, state: "working", steps: before.ended + (event.steps ?? 0) };
    case "step-sent":
      return { ...before, state: "working" };
    case "step-ended":
      return { ...before, ended: before.ended + 1 };
    case "waiting":
    case "waiting-until-quiet":
      return { ...before, state: "waiting" };
    case "reading-back":
      return { ...before, state: "reading" };
    case "target-ended":
      return before;
    case "result":
      return { ...before, state: event.broken ? "broken" : "done", broken: event.broken };
  }
}
