import type { Plan } from "@secgroup/core";
import type { Context } from "../context.ts";
import { stylesFor } from "../render/styles.ts";
import { cutText } from "../render/cut.ts";
import { seconds } from "../render/words.ts";
import type { Progress } from "./progress.ts";
import { renderProgress } from "./render-progress.ts";
import { stopping } from "./stopping.ts";
import { advance, type TargetProgress } from "./target-progress.ts";

/** The shortest time between two writes to a terminal, in milliseconds. */
const paintEveryMs = 100;

/** One line for each target that has steps, written over as things happen. */
export function livingProgress(
  plan: Plan,
  { stderr, clock, every, signal }: Pick<Context, "stderr" | "clock" | "every" | "signal">,
): Progress {
  const styles = stylesFor(stderr);
  const names = plan.targets.filter(({ waves }) => waves.length > 0).map(({ target }) => target);
  const states = new Map<string, TargetProgress>();
  const start = clock.now();
  let painted: readonly string[] = [];
  /** Before the first event all targets are looked at once more. */
  const tellReading = (): readonly string[] => {
    const passed = clock.now() - start;
    const line = `  reading ${names.join(", ")} before anything is written, ${seconds(passed)}`;
    return passed < 1_000 ? [] : [cutText(line, stderr.columns - 1)];
  };
  const paint = (isOver = false): void => {
    const shown = names.flatMap((name) => states.get(name) ?? []);
    const running = shown.length === 0 ? tellReading() : renderProgress(shown, clock.now(), stderr.columns, styles);
    const lines = signal.aborted && !isOver ? [...running, `  ${stopping}`.slice(0, stderr.columns - 1)] : running;
    if (lines.join("\n") === painted.join("\n")) return;
    const back = painted.length === 0 ? "" : `\u001b[${painted.length}A`;
    const below = lines.length < painted.length ? "\u001b[J" : "";
    stderr.write(back + lines.map((line) => `\u001b[2K${line}\n`).join("") + below);
    painted = lines;
  };
  const stop = every(paintEveryMs, () => paint());
  return {
    onEvent: (event) => void states.set(event.target, advance(states.get(event.target), event)),
    end: () => {
      stop();
      paint(true);
    },
  };
}
