import type { Styles } from "../render/styles.ts";
import { count, list, seconds } from "../render/words.ts";
import { estimateRest, sumProgress } from "./overall-progress.ts";
import type { TargetProgress } from "./target-progress.ts";

const barWidth = 16;

/** More lines than these would push the first ones off a screen. */
const mostLines = 12;

/** One line for each target, and one for all together where there are several; none longer than the terminal is wide. */
export function renderProgress(
  targets: readonly TargetProgress[],
  now: number,
  columns: number,
  styles: Styles,
): readonly string[] {
  const nameWidth = Math.max(0, ...targets.map(({ target }) => target.length));
  // Those that are at work come first where not all fit.
  const shown =
    targets.length <= mostLines
      ? targets
      : targets
          .toSorted((left, right) => Number(left.endedAt !== undefined) - Number(right.endedAt !== undefined))
          .slice(0, mostLines);
  const lines = shown.map((progress) => {
    const { target, steps, ended, startedAt, endedAt } = progress;
    const filled = steps === 0 ? barWidth : Math.round((barWidth * ended) / steps);
    const tail = `  ${ended} of ${steps}  ${describePhase(progress)}  ${seconds((endedAt ?? now) - startedAt)}`;
    // Cut before it is coloured: a line that wraps could not be written over.
    const room = Math.max(0, columns - 1 - (2 + nameWidth + 2 + barWidth));
    const bar = `${styles.cyan("━".repeat(filled))}${styles.dim("─".repeat(barWidth - filled))}`;
    return `  ${target.padEnd(nameWidth)}  ${bar}${paintTail(progress, tail.slice(0, room), styles)}`;
  });
  return targets.length < 2 ? lines : [...lines, renderOverall(targets, now).slice(0, columns - 1)];
}

function renderOverall(targets: readonly TargetProgress[], now: number): string {
  const all = sumProgress(targets);
  const done = targets.filter(({ endedAt }) => endedAt !== undefined).length;
  return `  ${all.ended} of ${count(all.steps, "step")}, ${done} of ${targets.length} targets done${estimateRest(all, now)}`;
}

function describePhase({ phase, operations, failed, unknown }: TargetProgress): string {
  const ended = list([failed > 0 ? `${failed} failed` : "", unknown > 0 ? `${unknown} unknown` : ""]);
  const failures = ended === "" ? "" : ` (${ended})`;
  switch (phase) {
    case "writing":
      return `writing${failures}`;
    case "waiting":
      return `waiting for ${count(operations, "operation")}${failures}`;
    case "waiting-until-quiet":
      return "waiting until the cloud is quiet";
    case "reading-back":
      return "reading back";
    case "converged":
      return "as planned";
    case "not-converged":
      return `not as planned${failures}`;
  }
}

function paintTail({ phase }: TargetProgress, tail: string, styles: Styles): string {
  if (phase === "converged") return styles.green(tail);
  return phase === "not-converged" ? styles.red(tail) : tail;
}
