import type { IcmpProtocol, OtherProtocol, PortProtocol } from "./protocol.ts";
import type { Direction, GroupId, IpVersion, MacAddress } from "./rule.ts";

/** A security group that rules name as the other end: by the vendor's id, or by name while it has none. */
export type RemoteGroup =
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "named-group"; readonly name: string };

/** One packet that opens a connection, with everything that a rule can look at. */
export type Packet = PacketEnds &
  (
    | { readonly protocol: PortProtocol; readonly port: number }
    | { readonly protocol: IcmpProtocol; readonly icmp: { readonly type: number; readonly code: number } }
    | { readonly protocol: Exclude<OtherProtocol, "any"> }
    /** A protocol without a keyword, which only `any` matches. */
    | { readonly protocol: "unnamed" }
  );

/** Where a packet is from and where it goes. */
interface PacketEnds {
  readonly direction: Direction;
  readonly ipVersion: IpVersion;
  /** The address of the other end, in canonical text without a prefix length. */
  readonly remote: string;
  /** The groups that the other end is a member of, of those that rules name. */
  readonly memberOf: readonly RemoteGroup[];
  /** The server's own address. */
  readonly local: string;
  readonly sourceMac: MacAddress;
}
