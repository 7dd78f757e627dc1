import type { components } from "@secgroup/api-types/ionos";
import type { Change } from "./change.ts";

export type RequestState = components["schemas"]["RequestState"];

/** What is remembered of the call that a request came with. */
export interface RequestSource {
  readonly method: string;
  readonly url: string;
  /** As it was sent. */
  readonly body: string;
  /** The scheme of its credentials. */
  readonly credentials: string;
}

/** An object that a request touches; `path` is below the base path. */
export interface RequestTarget {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** A write that was accepted, on its way from QUEUED over RUNNING to DONE or FAILED. */
export interface QueuedRequest {
  readonly id: string;
  readonly datacenterId: string;
  readonly change: Change;
  readonly source: RequestSource;
  readonly target: RequestTarget;
  /** What it is made to do instead of its work, until it is released from that. */
  fate: Fate | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** How long the work on it takes, in milliseconds. */
  readonly runningMs: number;
  state: RequestState;
  message: string;
  startedAt: number;
  /** Before this it does not end. */
  endsFrom: number;
}

/**
 * When and how a request fails: `at-end` after its time without effect (or with the one that the quirk `failedRequest` says), `at-once`
 * as soon as it is looked at, `partly` after its time and after a part of its work, which stays.
 */
export type FailureHow = "at-once" | "at-end" | "partly";

/** What a request is made to do: to fail, or never to end. */
export type Fate =
  | { readonly kind: "fails"; readonly message: string; readonly how: FailureHow }
  | { readonly kind: "sticks" };
