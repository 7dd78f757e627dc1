import { minuteMs } from "./allowance.ts";
import { leastLimit, plateauMs, type Guess, type Refusal } from "./guess.ts";
import { createProbe } from "./probe.ts";
import type { SendingLog } from "./sending-log.ts";

/**
 * A window of a minute, which takes as many requests as had been accepted in it. As nobody knows where it begins, no minute may hold
 * more. After ten minutes at the limit it tries more, until it is refused; then it keeps still for twice as long. A further
 * refusal takes off a fifth, or more if less had been accepted.
 */
export function createGuessedWindow(log: SendingLog, first: Refusal): Guess {
  let limit = Infinity;
  /** Requests that ended before do not count any more. */
  let countedFrom = 0;
  let probe = createProbe(0);
  let plateau = plateauMs;
  /** What the limit was taken from: requests since then, up to the last that was sent before it; without a word of the cloud, in a bucket that filled up for so long. */
  let evidence = { since: 0, lastSent: 0, count: 0, filledMs: 0 };

  function learn(count: number): void {
    evidence = { ...evidence, count };
    limit = Math.max(leastLimit, Math.floor(count / (1 + evidence.filledMs / minuteMs)));
  }

  function refuse(refusal: Refusal): void {
    const { time, retryAfterMs, lastSent } = refusal;
    const before = limit;
    const since = windowStart(log.firstAccepted(time - minuteMs), refusal);
    // Without a word of the cloud a bucket is still possible.
    evidence = { since, lastSent, count: 0, filledMs: retryAfterMs === undefined ? time - since : 0 };
    learn(log.accepted(since));
    if (limit >= before) {
      limit = Math.max(leastLimit, Math.floor(before * 0.8));
      evidence = { ...evidence, lastSent: 0 };
    }
    countedFrom = time + (retryAfterMs ?? minuteMs);
    probe = createProbe(countedFrom + plateau);
    plateau *= 2;
  }

  function renew(time: number): void {
    limit = Math.ceil(limit * probe.growth(time));
  }

  const counting = (time: number): readonly number[] => log.endings(Math.max(countedFrom, time - minuteMs));

  function untilAllowed(time: number): number {
    const endings = counting(time);
    if (endings.length < limit) return countedFrom - time;
    // An answer that is still to come calls for another look.
    return Math.min(endings[endings.length - limit] ?? time, time) + minuteMs - time;
  }

  refuse(first);
  return {
    kind: "window",
    refuse,
    wait(time) {
      renew(time);
      const wait = untilAllowed(time);
      if (wait > 0) probe.reached();
      return wait;
    },
    spend() {},
    accept(sequence, sentAt) {
      if (sequence <= evidence.lastSent && sentAt >= evidence.since) learn(evidence.count + 1);
    },
    spacing(time) {
      renew(time);
      return limit - counting(time).length > limit / 2 ? 0 : minuteMs / limit;
    },
  };
}

/** When the window began that ends with Retry-After, which comes in whole seconds, may be rounded up, and counts from when the cloud answered. */
function windowStart(first: number | undefined, { sentAt, time, retryAfterMs }: Refusal): number {
  if (retryAfterMs === undefined) return first ?? time;
  const lastsMs = minuteMs - Math.min(minuteMs, retryAfterMs);
  const [earliest, latest] = [sentAt - lastsMs - 1_000, time - lastsMs];
  return first === undefined || first < earliest ? latest : Math.min(first, latest);
}
