import { normalizeRule, type Rule } from "@secgroup/core";
import type { FaultTarget } from "@secgroup/simulator";
import type { GcoreCloud, IonosCloud } from "@secgroup/simulator";

/** A rule in plain words that both clouds can express, but for a remote group, which only Gcore knows. */
export interface PlainRule {
  readonly direction: "ingress" | "egress";
  readonly ipVersion: "IPv4" | "IPv6";
  readonly protocol: "tcp" | "udp" | "icmp" | "any";
  /** From and to, of ports. */
  readonly ports?: readonly [number, number];
  /** A CIDR; absent for any address. */
  readonly remote?: string;
  /** The name of the group at the other end. */
  readonly remoteGroup?: string;
  readonly description: string;
}

export type CloudName = FaultTarget["cloud"];

/** What a rule matches, as text: two rules of the same text match the same packets by the same words. */
export function matchOf(rule: PlainRule): string {
  const { direction, ipVersion, protocol, ports, remote, remoteGroup } = rule;
  return JSON.stringify([direction, ipVersion, protocol, ports, remote, remoteGroup]);
}

/** The rule as a document would say it. */
export function toRule(rule: PlainRule): Rule {
  const { ports, remoteGroup, ...rest } = rule;
  const draft = { ...rest, ports: ports && { from: ports[0], to: ports[1] }, remoteGroupName: remoteGroup };
  const normalized = normalizeRule(draft, "document");
  const [only] = normalized.ok ? normalized.rules : [];
  if (only === undefined) throw new Error(`no rule: ${JSON.stringify({ rule, normalized })}`);
  return only;
}

type IonosRule = Parameters<IonosCloud["addGroup"]>[1]["rules"][number];
type GcoreRule = Parameters<GcoreCloud["addGroup"]>[2]["rules"][number];

/** The rule as IONOS holds it; whether it tells the description as a name is its own matter. */
export function toIonosRule({ direction, ipVersion, protocol, ports, remote, description }: PlainRule): IonosRule {
  const protocols = { tcp: "TCP", udp: "UDP", icmp: "ICMP", any: "ANY" } as const;
  return {
    name: description,
    protocol: protocols[protocol],
    ipVersion,
    type: direction === "ingress" ? "INGRESS" : "EGRESS",
    ...(ports && { portRangeStart: ports[0], portRangeEnd: ports[1] }),
    ...(remote !== undefined && (direction === "ingress" ? { sourceIp: remote } : { targetIp: remote })),
  };
}

/** The rule as Gcore takes it; a group at the other end goes by its id. */
export function toGcoreRule(rule: PlainRule, idOf: (name: string) => string): GcoreRule {
  const { direction, ipVersion, protocol, ports, remote, remoteGroup, description } = rule;
  return {
    direction,
    ethertype: ipVersion,
    protocol: protocol === "any" ? null : protocol,
    ...(ports && { port_range_min: ports[0], port_range_max: ports[1] }),
    ...(remote !== undefined && { remote_ip_prefix: remote }),
    ...(remoteGroup !== undefined && { remote_group_id: idOf(remoteGroup) }),
    description,
  };
}
