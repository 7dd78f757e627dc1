import { count, seconds } from "../render/words.ts";
import type { TargetProgress } from "./target-progress.ts";

/** Where all targets stand together, in one line. */
export function tellOverall(targets: readonly TargetProgress[], now: number): string {
  const steps = targets.reduce((sum, target) => sum + target.steps, 0);
  const stepsDone = targets.reduce((sum, target) => sum + target.done, 0);
  const done = targets.filter(({ phase }) => phase === "converged").length;
  const parts = [
    `${stepsDone} of ${count(steps, "step")}`,
    targets.length > 1 && `${done} of ${targets.length} targets done`,
  ];
  return parts.filter((part) => part !== false).join(", ") + estimateRest(targets, now);
}

/** Steps from which on a guess is worth saying, unless a tenth of all is done before. */
const telling = 5;

/**
 * How long the rest may take if each target goes on as it went so far: they are at work at the same time, so the slowest decides. Nothing
 * while one of them has not come far enough for a guess.
 */
export function estimateRest(targets: readonly TargetProgress[], now: number): string {
  const rests = targets.filter(({ ended, steps, endedAt }) => endedAt === undefined && ended < steps);
  if (rests.length === 0 || rests.some(({ ended, steps }) => ended === 0 || (ended < telling && ended * 10 < steps)))
    return "";
  const slowest = Math.max(
    ...rests.map(({ ended, steps, startedAt }) => ((now - startedAt) / ended) * (steps - ended)),
  );
  return `, about ${seconds(slowest)} left`;
}
