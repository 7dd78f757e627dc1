import type { Clock } from "../operation/clock.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import { readPlanned, type TargetRun } from "./target-run.ts";
import type { ObservedTarget } from "../plan/read-target.ts";

/** How long reads may lag behind writes, in milliseconds; no document says, and the vendors' own tools wait for seconds. */
const longestLagMs = 30_000;

const firstPauseMs = 500;
const growth = 1.5;
const longestPauseMs = 5_000;

/**
 * Reads what the plan speaks of until it shows what is waited for, with growing pauses; the last reading is answered in any case, about `lagMs` milliseconds
 * after the first, half a minute unless given. Throws what a read throws.
 */
export async function lookUntil(
  { plan, adapter, options }: TargetRun,
  shows: (observed: ObservedTarget) => boolean,
  lagMs: number = longestLagMs,
): Promise<ObservedTarget> {
  const { clock, signal, onEvent } = options;
  onEvent?.({ kind: "reading-back", target: plan.target, at: clock.now() });
  let waited = 0;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * growth)) {
    const observed = await readPlanned(plan, adapter, options);
    if (shows(observed) || waited >= lagMs) return observed;
    await throwIfAborted(clock.sleep(Math.round(pause), signal), signal);
    waited += pause;
  }
}

/** For how long reads may still lag behind what was last heard of at that time, in milliseconds. A clock that was set back makes nobody wait for longer. */
export function remainingLag(lastAt: number, clock: Clock): number {
  return Math.max(0, Math.min(longestLagMs, lastAt + longestLagMs - clock.now()));
}
