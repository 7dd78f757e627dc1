import { throwIfAborted } from "../error/throw-if-aborted.ts";
import { readPlanned, type TargetRun } from "./target-run.ts";
import type { ObservedTarget } from "../plan/read-target.ts";

/** How long reads may lag behind writes, in milliseconds; no document says, and the vendors' own tools wait for seconds. */
export const longestLagMs = 30_000;

const firstPauseMs = 500;
const growth = 1.5;
const longestPauseMs = 5_000;

/**
 * Reads what the plan speaks of until it shows what is waited for, with growing pauses; the last reading is answered in any case, about half a minute
 * after the first. Throws what a read throws.
 */
export async function lookUntil(
  { plan, adapter, options }: TargetRun,
  shows: (observed: ObservedTarget) => boolean,
): Promise<ObservedTarget> {
  const { clock, signal, onEvent } = options;
  onEvent?.({ kind: "reading-back", target: plan.target, at: clock.now() });
  let waited = 0;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * growth)) {
    const observed = await readPlanned(plan, adapter, options);
    if (shows(observed) || waited >= longestLagMs) return observed;
    await throwIfAborted(clock.sleep(Math.round(pause), signal), signal);
    waited += pause;
  }
}
