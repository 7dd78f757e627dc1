import { minuteMs, type Allowance, type Traffic } from "./allowance.ts";
import type { RateLimit } from "./read-rate-limit.ts";

/** What follows from `X-RateLimit-Limit` and `-Remaining`. */
export interface ToldAllowance extends Allowance {
  /** Called for each answer that tells what remains. */
  hear(sequence: number, time: number, rateLimit: RateLimit & { readonly remaining: number }): void;
  /** Called once for the first of the requests that were refused together. */
  refuse(time: number, retryAfterMs: number | undefined): void;
}

/** After so many requests at the average rate it shows whether what remains is filled up again meanwhile. */
const telling = 3;

/**
 * Right for a bucket that fills up steadily and for a window that is counted anew each minute, as no document says which it is.
 *
 * Requests go out at once while plenty remains. The last few are sent at the average rate: if nothing is spent by that, the cloud fills up
 * steadily, and it goes on like this for ever; if what remains falls to nothing, it waits until a minute has passed since the
 * cloud last gave more.
 */
export function createToldAllowance(traffic: Traffic): ToldAllowance {
  const { open } = traffic;
  let limit = 0;
  /** The most that ever remained. */
  let highest = 0;
  /** What remained for the cloud when it answered the request of that number. */
  let told = { remaining: 0, sequence: 0, time: 0, others: 0 };
  /** The first answer since little is left. */
  let scarceFrom: { readonly remaining: number; readonly sequence: number } | undefined;
  let refills = false;
  let lastSpent = -Infinity;
  let periodStart = 0;
  /** The last request before the period. */
  let periodAfter = -1;
  let isPeriodFresh = true;

  /** What is left if the cloud has not counted any request of which that is not certain. */
  const left = (): number => told.remaining - (traffic.sent - told.sequence) - openBefore(told.sequence);
  const openBefore = (sequence: number): number => [...open].filter((other) => other < sequence).length;
  const reserve = (): number => Math.min(Math.max(4, highest / 20), highest / 2);
  const interval = (): number => minuteMs / limit;

  function startPeriod(time: number): void {
    told = { remaining: Math.max(1, highest), sequence: traffic.sent, time, others: 0 };
    periodStart = time;
    periodAfter = traffic.sent;
    isPeriodFresh = true;
    scarceFrom = undefined;
  }

  function renew(time: number): void {
    const isIdle = open.size === 0 && time >= lastSpent + minuteMs;
    const isOver = left() <= 0 && !refills && time >= periodStart + minuteMs;
    if (traffic.sent > periodAfter && (isIdle || isOver)) startPeriod(time);
  }

  function judgeRefill(sequence: number, remaining: number): void {
    if (left() > reserve()) scarceFrom = undefined;
    else if (scarceFrom === undefined) scarceFrom = { remaining, sequence };
    else {
      const answered = sequence - scarceFrom.sequence;
      if (answered < telling) return;
      refills = scarceFrom.remaining - remaining < answered / 2;
      if (answered >= 16) scarceFrom = { remaining, sequence };
    }
  }

  return {
    wait(time) {
      renew(time);
      if (left() > reserve()) return 0;
      if (left() > 0) return lastSpent + interval() - time;
      if (refills) return Math.max(lastSpent, told.time) + 2 * interval() - time;
      return periodStart + minuteMs - time;
    },
    spend(_, time) {
      lastSpent = time;
    },
    spacing(time) {
      renew(time);
      return left() > highest / 2 ? 0 : interval();
    },
    hear(sequence, time, rateLimit) {
      const { remaining } = rateLimit;
      highest = Math.max(highest, remaining);
      limit = rateLimit.limit ?? Math.max(limit, highest, 1);
      if (sequence <= periodAfter) return;
      if (sequence < told.sequence) {
        // It was overtaken on its way there or back; in the first case the cloud has counted it last.
        told = { ...told, remaining: Math.min(told.remaining, remaining) };
        return;
      }
      const others = open.size;
      const isMore = remaining > told.remaining - (sequence - told.sequence) + told.others + others;
      if (isPeriodFresh || isMore) periodStart = time;
      isPeriodFresh = false;
      told = { remaining, sequence, time, others };
      judgeRefill(sequence, remaining);
    },
    refuse(time, retryAfterMs) {
      refills = retryAfterMs !== undefined && retryAfterMs <= 2 * interval() + 1000;
      told = { remaining: 0, sequence: traffic.sent, time, others: 0 };
      scarceFrom = undefined;
      if (retryAfterMs !== undefined) periodStart = time + retryAfterMs - minuteMs;
      else if (time >= periodStart + minuteMs) periodStart = time;
    },
  };
}
