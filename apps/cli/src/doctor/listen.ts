import { readRateLimit, type Clock, type RateLimit } from "@secgroup/core";
import type { Fetch } from "../context.ts";

/** What an answer tells beside its body. */
export interface HeardAnswer {
  /** How long it took, in milliseconds. */
  readonly tookMs: number;
  /** How far this machine's clock is ahead of the cloud's, in milliseconds; behind it when negative. Absent where no answer had a date so far. */
  readonly clockAheadMs?: number | undefined;
  readonly rate: RateLimit;
}

/** A fetch that listens. */
export interface Listener {
  readonly fetch: Fetch;
  /** Where the last request went. */
  readonly url: () => URL | undefined;
  /** The last answer. */
  readonly answer: () => HeardAnswer | undefined;
}

/** Remembers of every answer what the adapters make no errors of. */
export function listen(fetch: Fetch, clock: Clock): Listener {
  let url: URL | undefined;
  let answer: HeardAnswer | undefined;
  return {
    url: () => url,
    answer: () => answer,
    fetch: async (request) => {
      url = new URL(request.url);
      const sent = clock.now();
      const response = await fetch(request);
      const received = clock.now();
      const date = Date.parse(response.headers.get("Date") ?? "");
      answer = {
        tookMs: received - sent,
        // The cloud wrote its date somewhere in between.
        clockAheadMs: Number.isNaN(date) ? answer?.clockAheadMs : (sent + received) / 2 - date,
        rate: readRateLimit(response, received),
      };
      return response;
    },
  };
}
