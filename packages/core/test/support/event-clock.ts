import type { Clock } from "../../src/index.ts";

/** A clock for many sleepers: time goes to the next one that is to wake whenever there is nothing else left to do. */
export interface EventClock extends Clock {
  /** Lets time pass until the work is done. Rejects when nothing is left that could end it. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Sets the clock without letting time pass. */
  jump(milliseconds: number): void;
  /** Time that has really passed, in milliseconds. */
  passed(): number;
  sleepers(): number;
}

interface Sleeper {
  readonly at: number;
  wake(): void;
}

export function eventClock(): EventClock {
  let passed = 0;
  let hands = Date.UTC(2026, 0, 1);
  const sleepers = new Set<Sleeper>();

  function wakeNext(): boolean {
    const [next] = [...sleepers].sort((one, other) => one.at - other.at);
    if (next === undefined) return false;
    passed = Math.max(passed, next.at);
    sleepers.delete(next);
    next.wake();
    return true;
  }

  return {
    now: () => hands + passed,
    passed: () => passed,
    jump: (milliseconds) => void (hands += milliseconds),
    sleepers: () => sleepers.size,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const abort = (): void => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        };
        const sleeper: Sleeper = {
          at: passed + milliseconds,
          wake() {
            signal.removeEventListener("abort", abort);
            resolve();
          },
        };
        signal.addEventListener("abort", abort, { once: true });
        sleepers.add(sleeper);
      }),
    async run(work) {
      const state = { isOver: false };
      const result = work().finally(() => (state.isOver = true));
      result.catch(() => {});
      for (let idle = 0; !state.isOver && idle < 20; idle++) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!state.isOver && wakeNext()) idle = 0;
      }
      if (!state.isOver) throw new Error("everybody waits, and nobody sleeps");
      return result;
    },
  };
}
