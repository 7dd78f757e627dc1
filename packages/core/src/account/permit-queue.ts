import { SecurityGroupError } from "../error/security-group-error.ts";
import { createSteadyTime } from "../operation/steady-time.ts";
import type { Clock } from "../operation/clock.ts";
import type { RateBudget } from "./rate-budget.ts";
import type { RateLimit } from "./read-rate-limit.ts";

/** Leave for one request to be sent. */
export interface Permit {
  /** Called once, with what the answer told, or nothing when there was none. */
  end(answer?: RateLimit): void;
}

/** Requests waiting for the budget, in the order in which they came. */
export interface PermitQueue {
  /** Rejects with the signal's reason when that comes first; then nothing was counted. */
  acquire(signal: AbortSignal): Promise<Permit>;
  /** See `RateBudget`. */
  spacing(): number;
}

interface Waiter {
  /** Counts the request as sent. */
  grant(): void;
  refuse(reason: unknown): void;
}

/** Rejects whoever would have to wait longer than `longestWaitMs` with `rate-limited`, which is not retryable. */
export function createPermitQueue(budget: RateBudget, clock: Clock, longestWaitMs: number): PermitQueue {
  const time = createSteadyTime(clock);
  const waiters = new Set<Waiter>();
  let isWatched = false;
  let alarm = new AbortController();

  const spend = (): Permit => {
    const sequence = budget.spend(time.now());
    return {
      end(answer) {
        budget.end(sequence, time.now(), answer);
        look();
      },
    };
  };

  /** Has what holds for the queue looked at again. */
  function look(): void {
    if (isWatched) alarm.abort();
    else if (waiters.size > 0) void watch();
  }

  /** Grants as far as the budget allows; sleeps until it allows more, or is woken. Never two at a time. */
  async function watch(): Promise<void> {
    isWatched = true;
    try {
      while (waiters.size > 0) {
        const wait = budget.wait(time.now());
        if (wait === Infinity) return;
        if (wait > longestWaitMs) refuseAll(tooLong(clock.now() + wait));
        else if (wait > 0) await sleep(wait);
        else for (const waiter of [...waiters].slice(0, 1)) waiter.grant();
      }
    } catch (error) {
      refuseAll(error);
    } finally {
      isWatched = false;
    }
  }

  async function sleep(wait: number): Promise<void> {
    alarm = new AbortController();
    const { signal } = alarm;
    try {
      await time.sleep(wait, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function refuseAll(reason: unknown): void {
    for (const waiter of waiters) waiter.refuse(reason);
  }

  return {
    acquire: (signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const leave = (): void => {
          waiters.delete(waiter);
          signal.removeEventListener("abort", abort);
        };
        const waiter: Waiter = {
          grant() {
            leave();
            resolve(spend());
          },
          refuse(reason) {
            leave();
            reject(reason);
          },
        };
        const abort = (): void => {
          waiter.refuse(signal.reason);
          look();
        };
        signal.addEventListener("abort", abort);
        waiters.add(waiter);
        if (!isWatched) look();
      }),
    spacing: () => budget.spacing(time.now()),
  };
}

/** The last moment that a date can name. */
const endOfTime = 8.64e15;

function tooLong(until: number): SecurityGroupError {
  const moment = new Date(Math.min(endOfTime, until)).toISOString();
  return new SecurityGroupError("rate-limited", `the cloud takes no more requests of this account until ${moment}`, {
    hint: "Try again after that. What was sent before may have taken effect: make a new plan then.",
  });
}
