import type { Account, Adapter, Clock, GroupId, Limits, Rule, Tags } from "@secgroup/core";

/** What a group is put on the cloud with. Rules are canonical; their remote groups are ids of groups that are there. */
export interface GroupSeed {
  readonly name: string;
  readonly description?: string | undefined;
  /** Given only where the cloud has tags. */
  readonly tags?: Tags | undefined;
  readonly rules?: readonly Rule[] | undefined;
}

/** A group as the cloud enforces it, whatever is still pending. */
export interface BackendGroup {
  readonly id: GroupId;
  readonly name: string;
  /** Empty when there is none. */
  readonly description: string;
  /** User-managed tags; empty where the cloud has none. */
  readonly tags: Tags;
  readonly rules: readonly Rule[];
}

/**
 * What is to come in place of the cloud's answer.
 *
 * `unauthorized`, `forbidden`, `rate-limited` and `unavailable` are refusals as this cloud words them (401, 403, 429, 503);
 * `rate-limited` asks to wait for seven seconds. `not-json` is a success with a page of HTML. `unreachable` is a connection
 * that breaks before the request is taken, `lost` one that breaks after it has taken effect. `silent` is no answer at all until
 * the caller gives up.
 */
export type FaultKind =
  | "unauthorized"
  | "forbidden"
  | "rate-limited"
  | "unavailable"
  | "not-json"
  | "unreachable"
  | "lost"
  | "silent";

/** One answer that goes wrong. Except where it is `lost`, the request has no effect on the cloud. */
export interface Fault {
  readonly kind: FaultKind;
  /** Only these requests are meant, and only these are counted. Default all. */
  readonly of?: keyof RequestCount | undefined;
  /** How many requests are answered properly first. Default 0. */
  readonly after?: number | undefined;
  /** The cloud's own words, in refusals. */
  readonly message?: string | undefined;
}

/** How many requests reached the cloud, those with a wrong answer included. */
export interface RequestCount {
  readonly reads: number;
  readonly writes: number;
}

/**
 * An empty cloud, looked at and led from behind: nothing in here goes through the adapter, so that an adapter which deceives
 * itself is found out. A backend serves one check, then a new one is made.
 */
export interface Backend {
  /** Time as the cloud and the core see it: sleeping returns at once and lets the cloud's time pass. */
  readonly clock: Clock;
  /** The limits that the cloud enforces. */
  readonly limits: Limits;
  /** How many groups fit on one page of the cloud's list as the adapter reads it; any number where there are no pages. */
  readonly pageSize: number;
  /** Whether a write is done when it is answered, so that there is nothing to wait for. Default false. */
  readonly isSynchronous?: boolean | undefined;
  /** Whether the adapter calls the cloud in the same process, so that there are no requests to send through its account. Default false. */
  readonly isInProcess?: boolean | undefined;
  /** Puts a group there as if it had always been. */
  seedGroup(group: GroupSeed): GroupId;
  /** Every group as it is enforced now. */
  groups(): readonly BackendGroup[];
  /** Puts the group into use by something; returns the id of that. */
  attach(id: GroupId): string;
  /**
   * The next operation that the cloud accepts fails with this message and has no effect. Where the cloud is synchronous, it
   * refuses the next write instead, as one that it will not carry out.
   */
  failNextOperation(message: string): void;
  /** While held, operations do not end. Never called where the cloud is synchronous. */
  holdOperations(held: boolean): void;
  /** One request, the next one unless said otherwise, gets this answer. */
  failRequest(fault: Fault): void;
  requests(): RequestCount;
}

/** An adapter with the cloud that it is tested on; the capabilities that it declares decide what is asked of it. */
export interface AdapterUnderTest<Cloud extends Backend> {
  /** Makes an empty cloud. */
  readonly backend: () => Cloud;
  /** Makes the adapter on it, with this account. */
  readonly adapter: (backend: Cloud, account: Account) => Adapter;
}
