import type { Styles } from "../render/styles.ts";
import { cutText } from "../render/cut.ts";
import { count, list, seconds } from "../render/words.ts";
import { lookingForSent } from "./looking-for-sent.ts";
import { estimateRest, tellOverall } from "./overall-progress.ts";
import type { TargetProgress } from "./target-progress.ts";

const widestBar = 16;

/** What a line keeps for the numbers behind name and bar, in characters. */
const leastTail = 24;

/** More lines than these would push the first ones off a screen. */
const mostLines = 12;

/** One line for each target, and one for all together where there are several; none longer than the terminal is wide. */
export function renderProgress(
  targets: readonly TargetProgress[],
  now: number,
  columns: number,
  styles: Styles,
): readonly string[] {
  const room = Math.max(0, columns - 1);
  // On a narrow terminal the bar goes first, then the end of the names; a line that wraps could not be written over.
  const barWidth = room >= 60 ? widestBar : 0;
  const longest = Math.max(0, ...targets.map(({ target }) => target.length));
  const nameWidth = Math.min(longest, Math.max(4, room - barWidth - leastTail));
  // Those that are at work come first where not all fit.
  const shown =
    targets.length <= mostLines
      ? targets
      : targets
          .toSorted((left, right) => Number(left.endedAt !== undefined) - Number(right.endedAt !== undefined))
          .slice(0, mostLines);
  const lines = shown.map((progress) => {
    const { target, steps, done, startedAt, endedAt } = progress;
    const filled = steps === 0 ? barWidth : Math.round((barWidth * Math.min(done, steps)) / steps);
    const rest = targets.length === 1 ? estimateRest(targets, now) : "";
    const head = `  ${cutText(target, nameWidth).padEnd(nameWidth)}  `.slice(0, room);
    const tail = `${done} of ${steps}  ${describePhase(progress)}  ${seconds((endedAt ?? now) - startedAt)}${rest}`;
    const bar = `${styles.cyan("━".repeat(filled))}${styles.dim("─".repeat(barWidth - filled))}`;
    const gap = barWidth === 0 ? "" : "  ";
    // Cut before it is coloured.
    const left = room - head.length - barWidth - gap.length;
    return `${head}${bar}${gap}${paintTail(progress, tail.slice(0, left), styles)}`;
  });
  return targets.length < 2 ? lines : [...lines, `  ${tellOverall(targets, now)}`.slice(0, room)];
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
    case "looking":
      return lookingForSent;
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
