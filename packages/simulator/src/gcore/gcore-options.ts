import type { GcoreQuirks } from "./gcore-quirks.ts";

export type { GcoreQuirks } from "./gcore-quirks.ts";

/** How the simulated Gcore Cloud behaves; everything has a default. */
export interface GcoreOptions {
  /** The one key that is accepted, as `Authorization: APIKey <key>`; default `simulator-key`. */
  readonly apiKey?: string;
  /** Milliseconds that a task stays NEW; default 500. */
  readonly newMs?: number;
  /** Milliseconds that a task stays RUNNING after that; default 1500. */
  readonly runningMs?: number;
  /** Milliseconds that an answer is behind, where a quirk makes it so; default 3000. */
  readonly lagMs?: number;
  /** How many groups a project may have in a region; default as many as it likes. */
  readonly groupLimit?: number;
  /** What ids, and all that is to be random, are drawn from; the same seed gives the same. Default 1. */
  readonly seed?: number;
  readonly quirks?: Partial<GcoreQuirks>;
}
