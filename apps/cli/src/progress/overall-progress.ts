import { seconds } from "../render/words.ts";
import type { TargetProgress } from "./target-progress.ts";

/** How far apply is with all targets together. */
export interface OverallProgress {
  readonly steps: number;
  readonly ended: number;
  /** When the first target was begun, in milliseconds since the epoch. */
  readonly startedAt: number;
}

export function sumProgress(targets: readonly TargetProgress[]): OverallProgress {
  return {
    steps: targets.reduce((sum, { steps }) => sum + steps, 0),
    ended: targets.reduce((sum, { ended }) => sum + ended, 0),
    startedAt: Math.min(...targets.map(({ startedAt }) => startedAt)),
  };
}

/** How long the rest may take if it goes on as it went so far; nothing before a tenth is done, since early guesses are wrong. */
export function estimateRest({ steps, ended, startedAt }: OverallProgress, now: number): string {
  if (ended === 0 || ended === steps || ended * 10 < steps) return "";
  return `, about ${seconds(((now - startedAt) / ended) * (steps - ended))} left`;
}
