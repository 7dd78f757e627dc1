import type { Clock } from "@secgroup/core";

/** A clock whose sleeps take no time: each moves it on at once. */
export interface VirtualClock extends Clock {
  /** Calls back after each sleep. */
  readonly onSleep: (callback: () => void) => () => void;
}

export function createVirtualClock(start: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let time = start;
  const callbacks = new Set<() => void>();
  return {
    now: () => time,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      time += milliseconds;
      for (const callback of callbacks) callback();
      // Lets others run, as a sleep does.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    onSleep: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
  };
}
