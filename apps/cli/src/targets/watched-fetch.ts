import type { Fetch } from "../context.ts";

/** How long a request may take, in milliseconds; a connection that died is told from a slow cloud by it. */
const requestTimeoutMs = 120_000;

/** A fetch that gives up after two minutes, and knows how often it was called. */
export interface WatchedFetch {
  readonly fetch: Fetch;
  readonly calls: () => number;
}

export function watchFetch(fetch: Fetch, timeoutMs: number = requestTimeoutMs): WatchedFetch {
  let calls = 0;
  return {
    fetch: (request) => {
      calls++;
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
      return fetch(new Request(request, { signal }));
    },
    calls: () => calls,
  };
}
