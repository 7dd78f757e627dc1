import type { Context } from "../context.ts";

/** How often it is said that reading goes on, in milliseconds; nothing is said of what takes less. */
const sayEveryMs = 1_000;

/** Does the work and says meanwhile, on stderr, what is being read: a line that counts seconds on a terminal, else one line. */
export async function whileReading<Result>(
  targets: readonly string[],
  { stderr, clock, every }: Pick<Context, "stderr" | "clock" | "every">,
  work: () => Promise<Result>,
): Promise<Result> {
  const start = clock.now();
  const what = `reading ${targets.join(", ")}`;
  let isSaid = false;
  const stop = every(sayEveryMs, () => {
    const seconds = Math.round((clock.now() - start) / 1_000);
    if (stderr.isTerminal) stderr.write(`\r\u001B[2K${`  ${what}, ${seconds} s`.slice(0, stderr.columns - 1)}`);
    else if (!isSaid) stderr.write(`${what}\n`);
    isSaid = true;
  });
  try {
    return await work();
  } finally {
    stop();
    if (isSaid && stderr.isTerminal) stderr.write("\r\u001B[2K");
  }
}
