import type { Fetch } from "../../src/index.ts";
import type { EventClock } from "../support/event-clock.ts";

/** What a cloud could mean by its numbers. Times are in milliseconds. */
export interface Limiter {
  /** Whether one more is allowed at that time; if so it is counted. */
  take(time: number): boolean;
  /** What may follow now. */
  remaining(time: number): number;
  /** When the next one is allowed, if not now. */
  next(time: number): number;
  /** How many could have been sent up to then by somebody who never stops. */
  allowed(time: number): number;
}

const minute = 60_000;

/** A bucket that fills up steadily. */
export function bucket(capacity: number, perMinute: number): Limiter {
  let tokens = capacity;
  let filledAt = 0;
  const fill = (time: number): number => {
    tokens = Math.min(capacity, tokens + ((time - filledAt) * perMinute) / minute);
    filledAt = time;
    return tokens + 1e-9;
  };
  return {
    take(time) {
      if (fill(time) < 1) return false;
      tokens--;
      return true;
    },
    remaining: (time) => Math.floor(fill(time)),
    next: (time) => time + Math.max(0, ((1 - fill(time)) * minute) / perMinute),
    allowed: (time) => capacity + Math.floor((time * perMinute) / minute),
  };
}

/** A count that starts anew each minute; the first one ends after `offset`. */
export function windows(perMinute: number, offset: number = minute): Limiter {
  const windowOf = (time: number): number => Math.floor((time + minute - offset) / minute);
  let current = 0;
  let used = 0;
  const renew = (time: number): void => {
    if (windowOf(time) === current) return;
    current = windowOf(time);
    used = 0;
  };
  return {
    take(time) {
      renew(time);
      if (used >= perMinute) return false;
      used++;
      return true;
    },
    remaining(time) {
      renew(time);
      return perMinute - used;
    },
    next: (time) => (windowOf(time) + 1) * minute - minute + offset,
    allowed: (time) => (windowOf(time) + 1) * perMinute,
  };
}

export interface LimitedOptions {
  readonly clock: EventClock;
  readonly limiter: Limiter;
  readonly roundTripMs?: number;
  /** Requests overtake each other, each way, by this time at most. */
  readonly jitterMs?: number;
  /** What the headers tell; none when absent. */
  readonly told?: { readonly limit: number; readonly burst: number };
  readonly retryAfter?: boolean;
  /** The most at once that are not refused. */
  readonly atOnce?: number;
}

/** A cloud behind a limiter: counts what came, and in which order. */
export interface LimitedCloud {
  readonly fetch: Fetch;
  readonly accepted: string[];
  /** When each refused request had been sent. */
  readonly refused: number[];
  mostAtOnce(): number;
}

export function limitedCloud(options: LimitedOptions): LimitedCloud {
  const { clock, limiter, roundTripMs = 150, jitterMs = 0, told, retryAfter = true, atOnce = Infinity } = options;
  const accepted: string[] = [];
  const refused: number[] = [];
  const { signal } = new AbortController();
  let open = 0;
  let most = 0;
  let ways = 0;
  const way = (): Promise<void> => clock.sleep(roundTripMs / 2 + ((++ways * 7_919) % 101) * (jitterMs / 100), signal);
  return {
    accepted,
    refused,
    mostAtOnce: () => most,
    async fetch(request) {
      most = Math.max(most, ++open);
      const sentAt = clock.passed();
      await way();
      const time = clock.passed();
      const isAllowed = open <= atOnce && limiter.take(time);
      const headers = new Headers();
      if (told !== undefined) {
        headers.set("X-RateLimit-Limit", String(told.limit));
        headers.set("X-RateLimit-Burst", String(told.burst));
        headers.set("X-RateLimit-Remaining", String(limiter.remaining(time)));
      }
      if (isAllowed) accepted.push(new URL(request.url).pathname);
      else refused.push(sentAt);
      if (!isAllowed && retryAfter) headers.set("Retry-After", String(Math.ceil((limiter.next(time) - time) / 1000)));
      await way();
      open--;
      return new Response(isAllowed ? "{}" : "slow down", { status: isAllowed ? 200 : 429, headers });
    },
  };
}
