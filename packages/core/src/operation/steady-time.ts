import type { Clock } from "./clock.ts";

/** Time that only goes forward, in milliseconds from 0. One sleeper at a time. */
export interface SteadyTime {
  now(): number;
  /** As a clock's; afterwards exactly that much time has passed. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * Steady time out of a clock that may be set while it is used: a jump back counts as no time at all, and a jump forward during a
 * sleep as no more than what was to be slept. Between two readings at most `longestGapMs` pass; default: any time.
 */
export function createSteadyTime(clock: Clock, longestGapMs: number = Infinity): SteadyTime {
  let time = 0;
  let last = clock.now();
  let due = Infinity;
  const now = (): number => {
    const reading = clock.now();
    const passed = Math.min(longestGapMs, Math.max(0, reading - last));
    last = reading;
    time = Math.min(due, time + passed);
    return time;
  };
  return {
    now,
    async sleep(milliseconds, signal) {
      const end = now() + milliseconds;
      due = end;
      try {
        await clock.sleep(milliseconds, signal);
        time = Math.max(time, end);
        last = clock.now();
      } catch (error) {
        now();
        throw error;
      } finally {
        if (due === end) due = Infinity;
      }
    },
  };
}
