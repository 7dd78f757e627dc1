import type { RemoteGroup } from "../model/packet.ts";
import type { Direction, IpVersion } from "../model/rule.ts";
import type { Service } from "./service-line.ts";

/** What a line says of one field. */
export type Selection<Item> =
  | { readonly kind: "all" }
  | { readonly kind: "only"; readonly items: readonly Item[] }
  | { readonly kind: "all-but"; readonly items: readonly Item[] };

/** Whether the other end is a member of a group. */
export interface Membership {
  readonly group: RemoteGroup;
  readonly isMember: boolean;
}

/** A set of packets that people can read: every combination of what its fields select. Plain data. */
export interface TrafficLine {
  readonly direction: Direction;
  readonly ipVersions: readonly IpVersion[];
  readonly services: Selection<Service>;
  /** CIDRs, or `first-last`. */
  readonly remotes: Selection<string>;
  /** All must hold. */
  readonly memberships: readonly Membership[];
  /** CIDRs, or `first-last`. */
  readonly locals: Selection<string>;
  readonly sourceMacs: Selection<string>;
}
