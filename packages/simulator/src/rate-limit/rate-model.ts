/**
 * How calls are limited. Neither vendor documents what it enforces; IONOS describes X-RateLimit-Limit as calls per minute on average
 * and X-RateLimit-Burst as calls at the same time.
 */
export type RateModel =
  /** Full at first, with `capacity` tokens; each call takes one, and `perMinute` come back evenly. */
  | { readonly kind: "token-bucket"; readonly capacity: number; readonly perMinute: number }
  /** So many calls in each minute of the clock, at any time within it. */
  | { readonly kind: "fixed-window"; readonly perMinute: number }
  /** So many calls at once. A call counts for `workMs` from its arrival (default 50): keep it below a client's round trip. */
  | { readonly kind: "concurrency"; readonly maximum: number; readonly workMs?: number };

/** A model at work. All times are milliseconds since the epoch. */
export interface RateMeter {
  /** Calls per minute on average; undefined when the model has no such number. */
  readonly perMinute: number | undefined;
  /** The most calls at once. */
  readonly burst: number;
  /** How many calls could come right now. */
  remaining(now: number): number;
  /** How long until one more call may come, from when none may. */
  waitMs(now: number): number;
  take(now: number): void;
  /** The most calls that the model lets through between two times, both included, when it is unused before. */
  possible(from: number, until: number): number;
}
