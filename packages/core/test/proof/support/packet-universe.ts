import type { Direction, IpVersion, Rule } from "../../../src/index.ts";
import { contains } from "./contains.ts";

/** A set of packets of the universe: one bit for each. Union is `|`, intersection `&`. */
export type Bits = bigint;

/** The ids of the groups that rules of the universe may have as their remote. */
export const groupIds = ["g", "h"] as const;

interface Packet {
  readonly direction: Direction;
  readonly ipVersion: IpVersion;
  readonly match: PacketMatch;
  readonly remote: string;
  /** The groups that the remote is a member of; any address may be a member of any. */
  readonly memberOf: readonly string[];
  readonly local: string;
  readonly mac: string;
}

interface PacketMatch {
  readonly protocol: string;
  readonly port?: number;
  readonly icmp?: { readonly type: number; readonly code: number };
}

// Eight addresses that the rules cut into pieces, and two that stand for the rest of either half of IPv4.
const remotes: Readonly<Record<IpVersion, readonly string[]>> = {
  IPv4: [...[0, 1, 2, 3, 4, 5, 6, 7].map((last) => `10.0.0.${last}`), "1.1.1.1", "192.0.2.1"],
  IPv6: ["2001:db8::", "2001:db8::1", "2001:db8:ffff::1"],
};
const locals: Readonly<Record<IpVersion, readonly string[]>> = {
  IPv4: ["10.1.0.5", "10.1.0.6"],
  IPv6: ["2001:db8:1::5", "2001:db8:1::6"],
};
// Seven ports that the rules cut into pieces, and one that stands for all others.
const ports = [20, 21, 22, 23, 24, 25, 26, 50_000];
const icmps = [
  { type: 8, code: 0 },
  { type: 8, code: 1 },
  { type: 3, code: 0 },
];
const memberships = [[], ["g"], ["h"], ["g", "h"]];
const macs = ["02:00:00:00:00:01", "02:00:00:00:00:02"];

const matchesOf = (ipVersion: IpVersion): readonly PacketMatch[] => [
  ...["tcp", "udp"].flatMap((protocol) => ports.map((port) => ({ protocol, port }))),
  ...icmps.map((icmp) => ({ protocol: ipVersion === "IPv4" ? "icmp" : "ipv6-icmp", icmp })),
  { protocol: "esp" },
  { protocol: "without a keyword" },
];

const packets: readonly Packet[] = (["ingress", "egress"] as const).flatMap((direction) =>
  (["IPv4", "IPv6"] as const).flatMap((ipVersion) =>
    remotes[ipVersion].flatMap((remote) =>
      locals[ipVersion].flatMap((local) =>
        matchesOf(ipVersion).flatMap((match) =>
          macs.flatMap((mac) =>
            memberships.map((memberOf) => ({ direction, ipVersion, remote, local, match, mac, memberOf })),
          ),
        ),
      ),
    ),
  ),
);

/** The number of packets in the universe. */
export const packetCount: number = packets.length;

/** The packets that at least one of the rules allows; each packet is looked at. */
export function trafficOf(rules: readonly Rule[]): Bits {
  return rules.reduce((bits, rule) => bits | trafficOfRule(rule), 0n);
}

/** Whether the one set has every packet of the other. */
export function includes(all: Bits, some: Bits): boolean {
  return (all & some) === some;
}

/** One packet of a set in words; the set must not be empty. */
export function describeFirst(bits: Bits): string {
  const packet = packets[bits.toString(2).padStart(packets.length, "0").indexOf("1")];
  if (packet === undefined) return "no packet";
  const { direction, ipVersion, match, remote, memberOf, local, mac } = packet;
  const detail = match.port ?? (match.icmp && `${match.icmp.type}.${match.icmp.code}`);
  const member = memberOf.length === 0 ? "of no group" : `of ${memberOf.join(" and ")}`;
  return `${direction} ${ipVersion} ${match.protocol} ${detail ?? ""} remote ${remote} ${member}, local ${local} ${mac}`;
}

const knownRules = new WeakMap<Rule, Bits>();

function trafficOfRule(rule: Rule): Bits {
  let bits = knownRules.get(rule);
  if (bits === undefined) {
    const { direction, ipVersion, remote, local, sourceMac } = rule;
    bits =
      packetsWhere(`direction ${direction}`, (packet) => packet.direction === direction) &
      packetsWhere(`version ${ipVersion}`, (packet) => packet.ipVersion === ipVersion) &
      packetsWhere(`mac ${sourceMac}`, (packet) => sourceMac === "any" || packet.mac === sourceMac) &
      packetsWhere(`local ${JSON.stringify(local)}`, (packet) => isAt(packet.local, [], local)) &
      packetsWhere(`remote ${JSON.stringify(remote)}`, (packet) => isAt(packet.remote, packet.memberOf, remote)) &
      packetsWhere(`match ${describeMatch(rule)}`, ({ match }) => isMatched(match, rule));
    knownRules.set(rule, bits);
  }
  return bits;
}

const knownSets = new Map<string, Bits>();

function packetsWhere(key: string, holds: (packet: Packet) => boolean): Bits {
  let bits = knownSets.get(key);
  if (bits === undefined) {
    bits = BigInt(`0b${packets.map((packet) => (holds(packet) ? "1" : "0")).join("")}`);
    knownSets.set(key, bits);
  }
  return bits;
}

function isAt(address: string, memberOf: readonly string[], end: Rule["remote"]): boolean {
  switch (end.kind) {
    case "any":
      return true;
    case "cidr":
      return contains(end.cidr, address);
    case "group":
      return memberOf.includes(end.id);
    case "named-group":
      return memberOf.includes(end.name);
  }
}

function isMatched(match: PacketMatch, rule: Rule): boolean {
  if (rule.protocol === "any") return true;
  if (rule.protocol !== match.protocol) return false;
  if ("ports" in rule && rule.ports !== "all" && match.port !== undefined) {
    return rule.ports.from <= match.port && match.port <= rule.ports.to;
  }
  if ("icmp" in rule && rule.icmp !== "all" && match.icmp !== undefined) {
    return rule.icmp.type === match.icmp.type && (rule.icmp.code ?? match.icmp.code) === match.icmp.code;
  }
  return true;
}

function describeMatch(rule: Rule): string {
  return JSON.stringify([rule.protocol, "ports" in rule && rule.ports, "icmp" in rule && rule.icmp]);
}
