import type { Allowance } from "./allowance.ts";
import { createGuessedAllowance } from "./guessed-allowance.ts";
import type { RateLimit } from "./read-rate-limit.ts";
import { createToldAllowance } from "./told-allowance.ts";

/** When requests of one account may be sent, learned from their answers. Pure: times are handed in, steady and in milliseconds. */
export interface RateBudget {
  /** How long to wait before the next request; 0 when it may be sent, `Infinity` while it waits for an answer to another one. */
  wait(time: number): number;
  /** Counts a request as sent and gives its number. */
  spend(time: number): number;
  /** Tells the answer to a request; none when it failed without. */
  end(sequence: number, time: number, answer: RateLimit | undefined): void;
  /** How far apart requests should be that can wait; 0 while there is plenty. */
  spacing(time: number): number;
}

/** Requests at once while the cloud has not told how many it takes. */
const usualBurst = 8;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * A budget of which nothing is known yet: eight requests at once, and no limit until the cloud tells numbers or refuses one.
 *
 * After a 429 nothing is sent until `Retry-After` is over in full, or without one for a pause that begins at a second and doubles, with
 * up to a quarter more by `random`. A refusal although requests remain, or after hardly more than are under way at once, is taken for one
 * of their number at once, which is halved from then on.
 */
export function createRateBudget(random: () => number): RateBudget {
  const traffic = { sent: 0, open: new Set<number>() };
  const guessed = createGuessedAllowance();
  const told = createToldAllowance(traffic);
  let allowance: Allowance = guessed;
  let burst = usualBurst;
  let closedUntil = 0;
  /** The last request that was sent before the latest refusal was heard of. */
  let refusedUpTo = 0;
  let pauseMs = firstPauseMs;

  /** Only the first of those that were refused together tells something new. */
  function refuse(sequence: number, time: number, answer: RateLimit): void {
    const isFirst = sequence > refusedUpTo;
    const isRemaining = answer.remaining !== undefined && answer.remaining > 0;
    const atOnce = traffic.open.size + 1;
    const isTooManyAtOnce = isRemaining || (atOnce > 1 && guessed.accepted(time) < 2 * atOnce);
    const { retryAfterMs } = answer;
    if (isFirst || retryAfterMs !== undefined) {
      closedUntil = Math.max(closedUntil, time + (retryAfterMs ?? pauseMs * (1 + random() / 4)));
    }
    if (!isFirst) return;
    refusedUpTo = traffic.sent;
    if (retryAfterMs === undefined) pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    if (isTooManyAtOnce) burst = Math.max(1, Math.floor(Math.min(burst, atOnce) / 2));
    else if (allowance === told) told.refuse(time, retryAfterMs);
    else guessed.refuse(refusedUpTo, time, retryAfterMs);
  }

  return {
    wait(time) {
      if (traffic.open.size >= burst) return Infinity;
      return Math.ceil(Math.max(0, closedUntil - time, allowance.wait(time)));
    },
    spend(time) {
      traffic.sent++;
      traffic.open.add(traffic.sent);
      guessed.spend(traffic.sent, time);
      told.spend(traffic.sent, time);
      return traffic.sent;
    },
    end(sequence, time, answer) {
      traffic.open.delete(sequence);
      guessed.end(sequence, time, answer?.refused ?? false);
      if (answer === undefined) return;
      const { remaining } = answer;
      if (answer.burst !== undefined) burst = answer.burst;
      if (remaining !== undefined) {
        told.hear(sequence, time, { ...answer, remaining });
        allowance = told;
      }
      if (answer.refused) refuse(sequence, time, answer);
      else if (sequence > refusedUpTo) pauseMs = firstPauseMs;
    },
    spacing: (time) => allowance.spacing(time),
  };
}
