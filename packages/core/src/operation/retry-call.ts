import { SecurityGroupError } from "../error/security-group-error.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import type { Clock } from "./clock.ts";
import { pollDelay } from "./poll-schedule.ts";

const attempts = 5;

export interface RetryOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Makes a read again, up to four times, while it fails for a passing reason.
 *
 * A Retry-After is waited for in full.
 */
export function retryRead<Value>(read: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  return retry(read, ({ retryable }) => retryable, options);
}

/**
 * Makes a write again, up to four times, only while the cloud refuses it with 429, which says that nothing was done.
 *
 * Any other failure may have taken effect, so it is never repeated.
 */
export function retryWrite<Value>(write: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  return retry(write, ({ code }) => code === "rate-limited", options);
}

async function retry<Value>(
  call: () => Promise<Value>,
  isPassing: (error: SecurityGroupError) => boolean,
  { clock, signal }: RetryOptions,
): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!SecurityGroupError.is(error) || !isPassing(error) || attempt === attempts - 1) throw error;
      await throwIfAborted(clock.sleep(pollDelay(attempt, 0, error.retryAfterMs), signal), signal);
    }
  }
}
