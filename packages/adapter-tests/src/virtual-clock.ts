import type { Clock } from "@secgroup/core";

/** A clock on which sleeping takes no time, from the first of January 2026 on. */
export function createVirtualClock(): Clock {
  let now = Date.UTC(2026, 0, 1);
  return {
    now: () => now,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      now += milliseconds;
    },
  };
}
