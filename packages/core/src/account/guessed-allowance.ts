import { minuteMs, type Allowance } from "./allowance.ts";
import { leastLimit, type Guess, type Refusal } from "./guess.ts";
import { createGuessedBucket } from "./guessed-bucket.ts";
import { createGuessedWindow } from "./guessed-window.ts";
import { createSendingLog } from "./sending-log.ts";

/** What follows from refusals alone, for a cloud that tells no numbers. */
export interface GuessedAllowance extends Allowance {
  /** Called for each request that is at its end. */
  end(sequence: number, time: number, isRefused: boolean): void;
  /** Called once for the first of the requests that were refused together, after its `end`, with the number of the last request that was sent by then. */
  refuse(lastSent: number, time: number, retryAfterMs: number | undefined): void;
  /** Requests of the last minute that were accepted. */
  accepted(time: number): number;
}

/**
 * No limit until the first refusal. A `Retry-After` no longer than about one request takes its turn then means a bucket. A longer
 * one, or none, means a window. A first refusal after fewer than twenty requests in a minute teaches nothing.
 */
export function createGuessedAllowance(): GuessedAllowance {
  const log = createSendingLog();
  let load = { since: 0, count: 0, last: -Infinity };
  let guess: Guess | undefined;
  let refusedSentAt = 0;

  function suppose(kind: Guess["kind"], refusal: Refusal): void {
    if (guess?.kind === kind) guess.refuse(refusal);
    else guess = kind === "bucket" ? createGuessedBucket(load, refusal) : createGuessedWindow(log, refusal);
  }

  return {
    wait: (time) => guess?.wait(time) ?? 0,
    spend(sequence, time) {
      log.sent(sequence, time);
      guess?.spend(sequence, time);
    },
    end(sequence, time, isRefused) {
      const sentAt = log.ended(sequence, time, isRefused);
      if (isRefused) {
        refusedSentAt = sentAt;
        return;
      }
      const isRested = sentAt > load.last + minuteMs;
      load = {
        since: isRested ? sentAt : load.since,
        count: isRested ? 1 : load.count + 1,
        // An answer may come long after those to later requests.
        last: Math.max(load.last, sentAt),
      };
      guess?.accept(sequence, sentAt, time);
    },
    refuse(lastSent, time, retryAfterMs) {
      const accepted = log.accepted(time - minuteMs);
      // A guess that is made hears of every refusal: it would go on to try more.
      if (accepted < leastLimit && guess === undefined) return;
      const turnMs = minuteMs / Math.max(leastLimit, accepted);
      const isBucket = retryAfterMs !== undefined && retryAfterMs <= 2 * turnMs + 1000;
      suppose(isBucket ? "bucket" : "window", { sentAt: refusedSentAt, time, retryAfterMs, lastSent });
    },
    accepted: (time) => log.accepted(time - minuteMs),
    spacing: (time) => guess?.spacing(time) ?? 0,
  };
}
