import type { IcmpProtocol, OtherProtocol, PortProtocol, ProtocolKeyword } from "../model/protocol.ts";

/** A protocol with the fields that its rules have beside the addresses, and the one IP version it is bound to. */
export type ProtocolEntry =
  | { readonly family: "ports"; readonly protocol: PortProtocol; readonly number: number; readonly only?: "IPv6" }
  | {
      readonly family: "icmp";
      readonly protocol: IcmpProtocol;
      readonly number: number;
      readonly only: "IPv4" | "IPv6";
    }
  | { readonly family: "other"; readonly protocol: OtherProtocol; readonly number?: number; readonly only?: "IPv6" };

const ports = (protocol: PortProtocol, number: number): ProtocolEntry => ({ family: "ports", protocol, number });
const other = (protocol: OtherProtocol, number: number): ProtocolEntry => ({ family: "other", protocol, number });
const otherIpv6 = (protocol: OtherProtocol, number: number): ProtocolEntry => ({
  family: "other",
  protocol,
  number,
  only: "IPv6",
});

// A new keyword in the spec is a compile error here until somebody decides what it means.
const byKeyword: Readonly<Record<ProtocolKeyword, ProtocolEntry>> = {
  ah: other("ah", 51),
  dccp: ports("dccp", 33),
  egp: other("egp", 8),
  esp: other("esp", 50),
  gre: other("gre", 47),
  icmp: { family: "icmp", protocol: "icmp", number: 1, only: "IPv4" },
  igmp: other("igmp", 2),
  ipencap: other("ipencap", 4),
  // Both match the same packets, and some clouds store one for the other.
  ipip: other("ipencap", 4),
  // Neutron refuses every ipv6-* protocol on IPv4 (SecurityGroupEthertypeConflictWithProtocol).
  "ipv6-encap": otherIpv6("ipv6-encap", 41),
  "ipv6-frag": otherIpv6("ipv6-frag", 44),
  "ipv6-icmp": { family: "icmp", protocol: "ipv6-icmp", number: 58, only: "IPv6" },
  "ipv6-nonxt": otherIpv6("ipv6-nonxt", 59),
  "ipv6-opts": otherIpv6("ipv6-opts", 60),
  "ipv6-route": otherIpv6("ipv6-route", 43),
  ospf: other("ospf", 89),
  pgm: other("pgm", 113),
  rsvp: other("rsvp", 46),
  sctp: ports("sctp", 132),
  tcp: ports("tcp", 6),
  udp: ports("udp", 17),
  udplite: ports("udplite", 136),
  vrrp: other("vrrp", 112),
};

const any: ProtocolEntry = { family: "other", protocol: "any" };

const bySpelling: ReadonlyMap<string, ProtocolEntry> = new Map<string, ProtocolEntry>([
  ...Object.values(byKeyword).map((entry): [string, ProtocolEntry] => [String(entry.number), entry]),
  ...Object.entries(byKeyword),
  ["any", any],
  ["icmpv6", byKeyword["ipv6-icmp"]],
]);

/** Every protocol but `any`, in alphabetical order. */
export const protocolEntries: readonly ProtocolEntry[] = Object.entries(byKeyword).flatMap(([keyword, entry]) =>
  keyword === entry.protocol ? [entry] : [],
);

/** Whether a text is one of the keywords, as they are written; several may mean one protocol. */
export function isProtocolKeyword(text: string): text is ProtocolKeyword {
  return Object.hasOwn(byKeyword, text);
}

/**
 * The protocol behind any spelling: keyword in any case, alias, or IANA number; nothing said means `any`.
 * `undefined` when no keyword belongs to it.
 */
export function readProtocol(spelling: string | number | null | undefined): ProtocolEntry | undefined {
  if (spelling === null || spelling === undefined) return any;
  if (typeof spelling === "number") return bySpelling.get(String(spelling));
  return bySpelling.get(spelling) ?? bySpelling.get(spelling.toLowerCase());
}
