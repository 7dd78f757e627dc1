import type { Context } from "../context.ts";
import { cutText } from "../render/cut.ts";
import { count, seconds } from "../render/words.ts";

/** How often it is said that reading goes on, in milliseconds; nothing is said of what takes less. */
const sayEveryMs = 1_000;

/** How often that is in a pipe, after the first time. */
const repeatEveryMs = 10_000;

/** Names of targets in more characters than this give way to their number. */
const widestNames = 40;

/**
 * Does the work and says meanwhile, on stderr, what is being read: a line that counts seconds and, where they are known, calls on a terminal, else a
 * line now and then.
 */
export async function whileReading<Result>(
  targets: readonly string[],
  { stderr, clock, every }: Pick<Context, "stderr" | "clock" | "every">,
  work: () => Promise<Result>,
  calls?: () => number,
): Promise<Result> {
  const start = clock.now();
  const names = targets.join(", ");
  const what = `reading ${names.length > widestNames ? count(targets.length, "target") : names}`;
  let saidAt: number | undefined;
  const stop = every(sayEveryMs, () => {
    const now = clock.now();
    if (saidAt !== undefined && !stderr.isTerminal && now - saidAt < repeatEveryMs) return;
    const done = calls === undefined ? "" : `, ${count(calls(), "call")}`;
    const line = `${what}${done}, ${seconds(now - start)}`;
    if (stderr.isTerminal) stderr.write(`\r\u001B[2K${cutText(`  ${line}`, stderr.columns - 1)}`);
    else stderr.write(`${line}\n`);
    saidAt = now;
  });
  try {
    return await work();
  } finally {
    stop();
    if (saidAt !== undefined && stderr.isTerminal) stderr.write("\r\u001B[2K");
  }
}
