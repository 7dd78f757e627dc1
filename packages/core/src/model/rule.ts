import type { IcmpProtocol, OtherProtocol, PortProtocol } from "./protocol.ts";

/** Seen from the protected server: `ingress` is traffic that reaches it, `egress` traffic that leaves it. */
export type Direction = "ingress" | "egress";

/** Every rule is about one of them; what holds for both is two rules. */
export type IpVersion = "IPv4" | "IPv6";

/** A network in canonical text: no host bits, a prefix length always, IPv6 as RFC 5952 writes it. */
export type Cidr = string & { readonly __brand: "Cidr" };

/** A MAC address as six lower-case pairs of hexadecimal digits with colons. */
export type MacAddress = string & { readonly __brand: "MacAddress" };

/** The vendor's id of a security group. */
export type GroupId = string & { readonly __brand: "GroupId" };

/** The vendor's id of one rule within its group. */
export type RuleId = string & { readonly __brand: "RuleId" };

/** Inclusive at both ends, 0 to 65535. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** One ICMP type, all its codes or one of them; each 0 to 255. */
export interface IcmpMatch {
  readonly type: number;
  readonly code?: number;
}

/** The other end of the traffic: the source of ingress, the destination of egress. */
export type Remote =
  | { readonly kind: "any" }
  | { readonly kind: "cidr"; readonly cidr: Cidr }
  | { readonly kind: "group"; readonly id: GroupId }
  /** A group of the same target, known by name only until the cloud has given it an id. */
  | { readonly kind: "named-group"; readonly name: string };

/** The server's own address: any, or only packets from or to these addresses of its interface. */
export type Local = { readonly kind: "any" } | { readonly kind: "cidr"; readonly cidr: Cidr };

/** What every rule says, whatever its protocol. */
interface RuleBase {
  readonly direction: Direction;
  readonly ipVersion: IpVersion;
  readonly remote: Remote;
  readonly local: Local;
  readonly sourceMac: "any" | MacAddress;
  /** A label; not part of a rule's identity. The rule's name on IONOS, its description on Gcore. */
  readonly description: string;
}

/** A rule about a protocol with ports; these are the receiver's. */
export interface PortRule extends RuleBase {
  readonly protocol: PortProtocol;
  readonly ports: "all" | PortRange;
}

/** A rule about ICMPv4 or ICMPv6, and which messages of it. */
export interface IcmpRule extends RuleBase {
  readonly protocol: IcmpProtocol;
  readonly icmp: "all" | IcmpMatch;
}

/** A rule about a protocol without ports or messages to choose from, or about every protocol. */
export interface OtherRule extends RuleBase {
  readonly protocol: OtherProtocol;
}

/**
 * One statement that allows packets, in canonical form: two rules that match the same packets by their fields are
 * equal in everything but `description`. Made by `normalizeRule` only.
 */
export type Rule = PortRule | IcmpRule | OtherRule;
