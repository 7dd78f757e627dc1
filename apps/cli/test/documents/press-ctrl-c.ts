import type { Harness } from "../support/harness.ts";

/** Ctrl-C, pressed by somebody when the run that follows has sent so many writes: `after 2 writes`. */
export function pressCtrlC({ simulator, clock }: Pick<Harness, "simulator" | "clock">, when: string): AbortSignal {
  const most = Number(/^after (\d+) writes?$/.exec(when)?.[1]);
  if (!(most > 0)) throw new Error(`this is no moment such as after 2 writes: ${when}`);
  const countWrites = (): number => simulator.requests.filter(({ method }) => method !== "GET").length;
  const before = countWrites();
  const press = new AbortController();
  const stop = clock.onSleep(() => {
    if (countWrites() < before + most) return;
    stop();
    press.abort();
  });
  return press.signal;
}
