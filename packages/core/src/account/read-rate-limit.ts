import { readRetryAfter } from "../adapter/read-retry-after.ts";

/** What an answer says about the account's rate; what it does not say, or not as a sensible number, is absent. */
export interface RateLimit {
  /** The cloud answered 429. */
  readonly refused: boolean;
  /** How long a refusal asks to wait, in milliseconds. Never 0. */
  readonly retryAfterMs?: number | undefined;
  /** Requests per minute on the average. */
  readonly limit?: number | undefined;
  /** Requests at once. */
  readonly burst?: number | undefined;
  /** Requests that may follow now. */
  readonly remaining?: number | undefined;
}

/**
 * Reads `X-RateLimit-Limit` ("average requests per minute"), `-Burst` ("maximum number of concurrent API requests") and `-Remaining`,
 * which CloudAPI v6 documents for every answer, and `Retry-After`.
 *
 * `now` is in milliseconds since the epoch.
 */
export function readRateLimit({ status, headers }: Pick<Response, "status" | "headers">, now: number): RateLimit {
  const refused = status === 429;
  return {
    refused,
    // Zero, or a date that has passed, tells no more than the refusal itself.
    retryAfterMs: refused ? Math.min(readRetryAfter(headers, now) ?? 0, longestMs) || undefined : undefined,
    limit: readCount(headers, "X-RateLimit-Limit") || undefined,
    burst: readCount(headers, "X-RateLimit-Burst") || undefined,
    remaining: readCount(headers, "X-RateLimit-Remaining"),
  };
}

/** Ten thousand years: what is longer is as good as for ever, but still a number that can be counted with. */
const longestMs = 3.2e14;

function readCount(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim() ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
