import { longestWait } from "../account/longest-wait.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import type { Clock } from "./clock.ts";
import { isPassing, isPassingRead } from "./is-passing.ts";
import { pollDelay } from "./poll-schedule.ts";

const attempts = 5;

/** What the pauses between attempts of a read are made with. */
export interface RetryOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Makes a read again, up to four times, while it fails for a passing reason or with an answer that cannot be read.
 *
 * A refusal with 429 does not count among the four: it is waited for as long as the cloud asks, in full, and asked again until an
 * hour has gone by with waiting. The account's budget lets nothing through meanwhile, and has nothing left to wait for afterwards.
 */
export function retryRead<Value>(read: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  return retry(read, isPassingRead, options);
}

/**
 * Makes a write again only while the cloud refuses it with 429, which says that nothing was done, until an hour has gone by with waiting.
 *
 * Any other failure may have taken effect, so it is never repeated.
 */
export function retryWrite<Value>(write: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  return retry(write, (error) => error.code === "rate-limited" && isPassing(error), options);
}

async function retry<Value>(
  call: () => Promise<Value>,
  isWorthIt: (error: SecurityGroupError) => boolean,
  { clock, signal }: RetryOptions,
): Promise<Value> {
  let failures = 0;
  let refusals = 0;
  let waitedMs = 0;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!SecurityGroupError.is(error) || !isWorthIt(error)) throw error;
      const isRefused = error.code === "rate-limited";
      const delay = pollDelay(isRefused ? refusals++ : failures++, 0, error.retryAfterMs);
      if (isRefused) waitedMs += delay;
      if (failures === attempts || waitedMs > longestWait) throw error;
      await throwIfAborted(clock.sleep(delay, signal), signal);
    }
  }
}
