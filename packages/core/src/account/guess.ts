import type { Allowance } from "./allowance.ts";

/** A limit that follows from refusals alone. */
export interface Guess extends Allowance {
  readonly kind: "bucket" | "window";
  /** Called for each request that is at its end and was accepted, or may have been. */
  accept(sequence: number, sentAt: number, time: number): void;
  /** Called for each further refusal. */
  refuse(refusal: Refusal): void;
}

/** The first of the requests that were refused together. */
export interface Refusal {
  readonly sentAt: number;
  /** When it was heard of. */
  readonly time: number;
  readonly retryAfterMs: number | undefined;
  /** The last request that was sent by then. */
  readonly lastSent: number;
}

/** Requests that followed each other within a minute, from when the cloud's limit was at rest. */
export interface Load {
  readonly since: number;
  readonly count: number;
}

/** No cloud takes fewer requests a minute; a refusal after fewer has another reason, such as others who use the account. */
export const leastLimit = 20;
/** How long a limit is kept to before more is tried; twice as long after each further refusal. */
export const plateauMs = 600_000;
