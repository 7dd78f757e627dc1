import { systemClock, type Clock } from "../operation/clock.ts";
import { boundAnswer } from "./bounded-answer.ts";
import { longestWait } from "./longest-wait.ts";
import { createPermitQueue } from "./permit-queue.ts";
import { createRateBudget } from "./rate-budget.ts";
import { readRateLimit } from "./read-rate-limit.ts";

/** Sends one request; the web platform's `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** How an account tells time, and how long its requests may wait. */
export interface AccountOptions {
  /** Default: the machine's own time. */
  readonly clock?: Clock | undefined;
  /** From 0 to 1, for jitter. Default: none. */
  readonly random?: (() => number) | undefined;
  /** The longest that a request may wait for the budget, in milliseconds. Default one hour. */
  readonly longestWaitMs?: number | undefined;
}

/** What everything shares that talks to one cloud with the same credentials: one budget of requests, and one poller of operations. */
export interface Account {
  readonly clock: Clock;

  /**
   * Sends one request as soon as the account's budget allows, in the order of asking.
   *
   * An abort of the request's signal before that rejects with its reason, and nothing was sent. Once on its way, a GET is still
   * aborted by it; any other request is not, as its answer is the only word on whether it took effect.
   *
   * Throws `rate-limited`, not retryable, when the cloud asks for a longer wait than the account allows, and whatever `fetch` throws. An answer with 429 is an answer like any other.
   * Its body fails with `unexpected-response` beyond 64 MiB.
   */
  send(request: Request, fetch: Fetch): Promise<Response>;

  /** How far apart requests that can wait should be, in milliseconds, so that little is spent while little is left; 0 while there is plenty. */
  spacing(): number;
}

/** An account of which nothing is known yet. */
export function createAccount(options: AccountOptions = {}): Account {
  const { clock = systemClock, random = () => 0, longestWaitMs = longestWait } = options;
  const queue = createPermitQueue(createRateBudget(random), clock, longestWaitMs);
  return {
    clock,
    async send(request, fetch) {
      const permit = await queue.acquire(request.signal);
      let answer: Response;
      try {
        request.signal.throwIfAborted();
        answer = await fetch(request.method === "GET" ? request : new Request(request, { signal: null }));
      } catch (error) {
        permit.end();
        throw error;
      }
      permit.end(readRateLimit(answer, clock.now()));
      return boundAnswer(answer, request);
    },
    spacing: () => queue.spacing(),
  };
}
