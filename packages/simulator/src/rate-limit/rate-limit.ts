import type { Fetch } from "../delay-fetch.ts";
import { httpDate, refuse, type CloudName } from "../vendor-answer.ts";
import { createRateMeter } from "./rate-meters.ts";
import type { RateModel } from "./rate-model.ts";

/** What limits the calls to a cloud, and what a refusal tells. */
export interface RateLimitOptions {
  /** A call must pass all of them. */
  readonly models: readonly RateModel[];
  /**
   * What a refusal says of the time to wait: `seconds` rounded up (the form that IONOS' SDKs read), the HTTP `date` in that time,
   * nothing (`absent`), or ten years (`absurd`). Gcore's guide "Error handling" speaks of the header as "if present". Default `seconds`.
   */
  readonly retryAfter?: "seconds" | "date" | "absent" | "absurd";
}

/** What the limit did so far. */
export interface RateLimitCount {
  readonly passed: number;
  readonly refused: number;
  /** The most calls that could have passed from the first call to the last. */
  readonly possible: number;
}

/** A limit of the calls of one account, in front of a cloud. */
export interface RateLimit {
  /** Answers 429 in the vendor's words instead of the cloud, and sets IONOS' X-RateLimit headers to what is true. */
  readonly limit: (cloud: Fetch) => Fetch;
  readonly count: () => RateLimitCount;
}

const tenYearsSeconds = 315_360_000;

/** `now` is the cloud's clock. Refused calls take nothing from the budget. */
export function createRateLimit(
  name: CloudName,
  { models, retryAfter = "seconds" }: RateLimitOptions,
  now: () => number,
): RateLimit {
  const meters = models.map(createRateMeter);
  let passed = 0;
  let refused = 0;
  let first: number | undefined;
  let last = 0;

  const remaining = (at: number): number => Math.min(...meters.map((meter) => meter.remaining(at)));

  const refuseCall = (at: number): Response => {
    refused++;
    const waits = meters.filter((meter) => meter.remaining(at) < 1).map((meter) => meter.waitMs(at));
    const seconds = Math.max(1, Math.ceil(Math.max(...waits) / 1000));
    const values = { seconds, date: httpDate(Math.ceil(at / 1000 + seconds) * 1000), absurd: tenYearsSeconds };
    const headers = retryAfter === "absent" ? undefined : { "Retry-After": String(values[retryAfter]) };
    return refuse(name, { status: 429, message: "Too many requests" }, headers);
  };

  /** What IONOS' API reference says of each call: Limit is per minute on average, Burst at the same time. */
  const tell = (headers: Headers, at: number): void => {
    const rates = meters.flatMap(({ perMinute }) => perMinute ?? []);
    headers.delete("X-RateLimit-Limit");
    if (rates.length > 0) headers.set("X-RateLimit-Limit", String(Math.min(...rates)));
    headers.set("X-RateLimit-Burst", String(Math.min(...meters.map(({ burst }) => burst))));
    headers.set("X-RateLimit-Remaining", String(remaining(at)));
  };

  return {
    limit: (cloud) => async (request) => {
      const at = now();
      first ??= at;
      last = at;
      const isRefused = remaining(at) < 1;
      if (!isRefused) {
        passed++;
        for (const meter of meters) meter.take(at);
      }
      const response = isRefused ? refuseCall(at) : await cloud(request);
      if (name === "ionos") tell(response.headers, now());
      return response;
    },
    count: () => ({
      passed,
      refused,
      possible: first === undefined ? 0 : Math.min(...meters.map((meter) => meter.possible(first ?? last, last))),
    }),
  };
}
