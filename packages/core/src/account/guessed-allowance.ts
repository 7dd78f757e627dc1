import { minuteMs, type Allowance } from "./allowance.ts";
import { createProbe } from "./probe.ts";
import { createSendingLog } from "./sending-log.ts";

/** What follows from refusals alone, for a cloud that tells no numbers. */
export interface GuessedAllowance extends Allowance {
  /** Called for each request that is at its end. */
  end(sequence: number, time: number, isRefused: boolean): void;
  /** Called once for the first of the requests that were refused together, with the number of the last request that was sent by then. */
  refuse(lastSent: number, time: number, retryAfterMs: number | undefined): void;
  /** Requests of the last minute that were accepted. */
  accepted(time: number): number;
}

const plateauMs = 10 * minuteMs;
/** No cloud takes fewer requests a minute; a refusal after fewer has another reason, such as others who use the account. */
const leastLimit = 20;

/**
 * No limit until the first refusal. Then as many requests per minute as the cloud had accepted, given out in the way that its
 * `Retry-After` hints at: no longer than one request takes its turn means a bucket that fills up steadily, taken to hold what it
 * gives in a minute. Longer, or none, means a window of a minute, and as nobody knows where it begins, no minute may hold more.
 *
 * A refusal after fewer than twenty in a minute teaches nothing. After ten minutes at the limit it tries more, until it is refused; then it keeps still for twice as long. A further refusal takes
 * off a fifth, or more if less had been accepted.
 */
export function createGuessedAllowance(): GuessedAllowance {
  const log = createSendingLog();
  /** Requests that followed each other within a minute, so that a bucket had no time to fill up. */
  let load = { since: 0, count: 0, last: -Infinity };
  let limit = Infinity;
  let isBucket = false;
  let tokens = 0;
  let filledAt = 0;
  /** Requests that ended before do not count any more. */
  let countedFrom = 0;
  let probe = createProbe(0);
  let plateau = plateauMs;
  /** What the limit was taken from: requests since then, up to the last that was sent before it, in a bucket that filled up for so long. */
  let evidence = { since: 0, lastSequence: 0, count: 0, filledMs: 0 };

  function renew(time: number): void {
    limit = Math.ceil(limit * probe.growth(time));
    if (!isBucket || time <= filledAt) return;
    tokens = Math.min(limit, tokens + ((time - filledAt) * limit) / minuteMs);
    filledAt = time;
  }

  function learn(count: number): void {
    evidence = { ...evidence, count };
    limit = Math.max(leastLimit, Math.floor(count / (1 + evidence.filledMs / minuteMs)));
  }

  const counting = (time: number): readonly number[] => log.endings(Math.max(countedFrom, time - minuteMs));

  function untilAllowed(time: number): number {
    if (isBucket) return tokens >= 1 ? 0 : filledAt - time + ((1 - tokens) * minuteMs) / limit;
    const endings = counting(time);
    if (endings.length < limit) return countedFrom - time;
    // An answer that is still to come calls for another look.
    return Math.min(endings[endings.length - limit] ?? time, time) + minuteMs - time;
  }

  return {
    wait(time) {
      if (limit === Infinity) return 0;
      renew(time);
      const wait = untilAllowed(time);
      if (wait > 0) probe.reached();
      return wait;
    },
    spend(sequence, time) {
      log.sent(sequence, time);
      tokens--;
    },
    end(sequence, time, isRefused) {
      const sentAt = log.ended(sequence, time, isRefused);
      if (isRefused) return;
      const isRested = sentAt > load.last + minuteMs;
      load = { since: isRested ? sentAt : load.since, count: isRested ? 1 : load.count + 1, last: sentAt };
      if (sequence <= evidence.lastSequence && sentAt >= evidence.since) learn(evidence.count + 1);
    },
    refuse(lastSent, time, retryAfterMs) {
      const before = limit;
      const accepted = log.accepted(time - minuteMs);
      if (accepted < leastLimit) return;
      const turnMs = minuteMs / accepted;
      isBucket = retryAfterMs !== undefined && retryAfterMs <= 2 * turnMs + 1000;
      const since = isBucket ? load.since : windowStart(log.firstAccepted(time - minuteMs), time, retryAfterMs);
      // Without a word of the cloud a bucket is still possible.
      const filledMs = isBucket || retryAfterMs === undefined ? time - since : 0;
      evidence = { since, lastSequence: lastSent, count: 0, filledMs };
      learn(isBucket ? load.count : log.accepted(since));
      if (limit >= before) {
        limit = Math.max(leastLimit, Math.floor(before * 0.8));
        evidence = { ...evidence, lastSequence: 0 };
      }
      tokens = 0;
      countedFrom = time + (retryAfterMs ?? minuteMs);
      filledAt = countedFrom;
      probe = createProbe(countedFrom + plateau);
      plateau *= 2;
    },
    accepted: (time) => log.accepted(time - minuteMs),
    spacing(time) {
      if (limit === Infinity) return 0;
      renew(time);
      const left = isBucket ? tokens : limit - counting(time).length;
      return left > limit / 2 ? 0 : minuteMs / limit;
    },
  };
}

/** When the window began that ends with Retry-After, which comes in whole seconds and may be rounded up. */
function windowStart(first: number | undefined, time: number, retryAfterMs: number | undefined): number {
  if (retryAfterMs === undefined) return first ?? time;
  const start = time + Math.min(minuteMs, retryAfterMs) - minuteMs;
  return first === undefined || first < start - 1000 ? start : Math.min(first, start);
}
