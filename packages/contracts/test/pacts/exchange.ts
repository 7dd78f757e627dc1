import type { Adapter } from "@secgroup/core";

/** What must be true at the provider before the interaction: a name from the provider's states, and what is to be there. */
export interface State {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** One request and its answer. Queries, bodies and headers may hold Pact matchers. */
export interface Interaction {
  /** Unique within the pact: the operation, a colon, and what is special. */
  readonly description: string;
  readonly state: State;
  readonly request: {
    readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
    /** With the names of provider values in braces, such as `/groups/{groupId}`. */
    readonly path: string;
    /** A list where a parameter is repeated. */
    readonly query?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
    /** Other than the vendor's usual one. */
    readonly authorization?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
  };
}

/** One call of the adapter's port, the interactions that it is made of, and what it must come to. */
export interface Exchange {
  readonly interactions: readonly Interaction[];
  /** Calls the adapter and asserts what it makes of the answers. */
  readonly play: (adapter: Adapter, fetch: Send) => Promise<void>;
}

/** Where a `fetch` is wanted. */
export type Send = (request: Request) => Promise<Response>;

/** A pact to be: who speaks to whom, and about what. */
export interface PactDefinition {
  readonly consumer: string;
  readonly provider: string;
  /** Sent as `Authorization`, and never accepted anywhere. */
  readonly authorization: string;
  /** The values behind the names in paths, as they stand in the examples. */
  readonly values: Readonly<Record<string, string>>;
  readonly exchanges: readonly Exchange[];
  /** The real adapter, sending through this. */
  readonly connect: (fetch: Send) => Adapter;
}
