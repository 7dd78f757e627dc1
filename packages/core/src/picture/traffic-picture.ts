import type { RemoteGroup } from "../model/packet.ts";
import type { Cidr, Direction, IpVersion, MacAddress, Rule } from "../model/rule.ts";
import type { Service } from "../traffic/service-line.ts";

/** A rule, and whether it stands before a change, after it, or both. */
export interface PicturedRule {
  readonly rule: Rule;
  readonly stands: "before" | "after" | "always";
}

/** What becomes of the packets of one cell: all of them are treated alike. */
export type CellState = "refused" | "stays" | "opens" | "closes";

/** Addresses: a network without the smaller ones that have a place of their own. */
export interface PictureNetwork {
  readonly network: Cidr | "any";
  /** The largest networks within it that are left out. */
  readonly but: readonly Cidr[];
}

/** Services that no rule tells apart. */
export interface PictureColumn {
  readonly services: readonly Service[];
  /** Whether these are all services that there are. */
  readonly isWhole?: boolean | undefined;
  /** The part of a protocol, or of all, of which these are what other columns leave over; absent for a stretch of its own. */
  readonly restOf?: "any" | Service | undefined;
  /** Positions of the rules that match these services. */
  readonly rules: readonly number[];
}

/** Other ends that no rule tells apart. A row of members is about those at any address that no rule names. */
export type PictureRow = { readonly rules: readonly number[] } & (
  | ({ readonly kind: "addresses" } & PictureNetwork)
  | { readonly kind: "members"; readonly group: RemoteGroup }
);

/** Traffic of one direction and IP version at one of the server's own addresses, over service and other end. */
export interface PicturePanel {
  readonly direction: Direction;
  readonly ipVersion: IpVersion;
  readonly local: PictureNetwork;
  /** `other`: any MAC address that has no panel of its own beside this one. */
  readonly sourceMac: MacAddress | "other";
  readonly columns: readonly PictureColumn[];
  readonly rows: readonly PictureRow[];
  /** By row, then column. */
  readonly cells: readonly (readonly CellState[])[];
  /** Positions of the rules that match at this address and MAC. */
  readonly rules: readonly number[];
}

/** What rules allow before and after a change, as cells that are each one colour. Plain data. */
export interface TrafficPicture {
  readonly rules: readonly PicturedRule[];
  /** Only those that some rule is about; in the order of direction, IP version, address and MAC. */
  readonly panels: readonly PicturePanel[];
}
