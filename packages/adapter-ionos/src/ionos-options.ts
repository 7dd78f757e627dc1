import type { Account } from "@secgroup/core";
import type { EgressRemote } from "./egress-remote.ts";

/**
 * How the account proves itself: a bearer token, or user name and password.
 *
 * IONOS accepts user name and password only while two-factor authentication is off (CloudAPI v6, "Getting started").
 */
export type IonosCredentials = { readonly token: string } | { readonly username: string; readonly password: string };

/** The datacenter whose groups are meant, and how its answers are to be read. */
export interface IonosTarget {
  /** The id of the virtual data center. */
  readonly datacenter: string;
  /** Sends every request; default `globalThis.fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Shared by all targets that are reached with the same credentials; default one of its own. */
  readonly account?: Account | undefined;
  /** Which field of an EGRESS rule is the remote side; default `targetIp`. */
  readonly egressRemote?: EgressRemote | undefined;
}

/** Where the API is and on whose behalf it is called. */
export interface IonosAccount {
  /** Scheme and host, without the path `/cloudapi/v6`; default `https://api.ionos.com`. */
  readonly baseUrl?: string | undefined;
  /** The contract to act for, sent as `X-Contract-Number` with every call; it matters to resellers' accounts only. */
  readonly contractNumber?: string | undefined;
}

/** How to reach the account, and which datacenter of it. */
export type IonosOptions = IonosCredentials & IonosAccount & IonosTarget;
