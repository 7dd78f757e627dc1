import type { SecurityGroupProtocolEnumV2 } from "@secgroup/api-types/gcore";

/** Protocols whose packets carry ports. */
export type PortProtocol = "tcp" | "udp" | "udplite" | "sctp" | "dccp";

/** Protocols whose packets carry an ICMP type and code: `icmp` is ICMPv4, `ipv6-icmp` ICMPv6. */
export type IcmpProtocol = "icmp" | "ipv6-icmp";

/**
 * An IANA keyword in lower case.
 *
 * The vocabulary is the v2 protocol enum of Gcore (operation `SecurityGroupInstanceViewSetV2.patch`),
 * which contains every protocol that IONOS knows.
 */
export type ProtocolKeyword = SecurityGroupProtocolEnumV2;

/** Protocols matched as a whole: no ports, no ICMP type. `any` covers all, those without a keyword too; `ipip` is written `ipencap`. */
export type OtherProtocol = Exclude<ProtocolKeyword, PortProtocol | IcmpProtocol | "ipip"> | "any";

/** What a rule says of the protocol. */
export type Protocol = PortProtocol | IcmpProtocol | OtherProtocol;
