import type { Clock } from "../../src/index.ts";

/** A clock on which sleeping takes no time; `slept` keeps each sleep in milliseconds. */
export interface VirtualClock extends Clock {
  readonly slept: number[];
}

export function virtualClock(onSleep?: (milliseconds: number) => void): VirtualClock {
  let now = Date.UTC(2026, 0, 1);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
      onSleep?.(milliseconds);
      signal.throwIfAborted();
    },
  };
}
