import type { VirtualTime } from "./virtual-time.ts";

/** Sends one request; the simulator's `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Puts a way between a client and a cloud: each request takes half of the round trip before it arrives, and its answer or its error
 * the other half. An abort rejects with the signal's reason at once: on the way there the request never arrives, on the way back
 * it has arrived all the same.
 */
export function delayFetch(
  fetch: Fetch,
  { sleep }: Pick<VirtualTime, "sleep">,
  { roundTripMs }: { readonly roundTripMs: number },
): Fetch {
  return async (request) => {
    await sleep(roundTripMs / 2, request.signal);
    try {
      return await fetch(request);
    } finally {
      await sleep(roundTripMs / 2, request.signal);
    }
  };
}
