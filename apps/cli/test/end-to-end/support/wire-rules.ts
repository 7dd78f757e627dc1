import * as z from "zod";
import type { PlainRule } from "./plain-rule.ts";

const optionalText = z.nullish(z.string()).transform((text) => text ?? undefined);
const optionalNumber = z.nullish(z.number()).transform((number) => number ?? undefined);

const ionosRule = z.strictObject({
  name: z.string().default(""),
  protocol: z.enum(["TCP", "UDP", "ICMP", "GRE", "ANY"]),
  sourceMac: optionalText,
  sourceIp: optionalText,
  targetIp: optionalText,
  icmpType: optionalNumber,
  icmpCode: optionalNumber,
  portRangeStart: optionalNumber,
  portRangeEnd: optionalNumber,
  ipVersion: z.enum(["IPv4", "IPv6"]),
  type: z.enum(["INGRESS", "EGRESS"]),
});

/** A rule as IONOS has it: `sourceIp` and `targetIp` are source and target of the packet. */
export function readIonosRule(wire: unknown): PlainRule {
  const rule = ionosRule.parse(wire);
  const isIngress = rule.type === "INGRESS";
  const protocols = { TCP: "tcp", UDP: "udp", ICMP: "icmp", GRE: "gre", ANY: "any" } as const;
  return {
    direction: isIngress ? "ingress" : "egress",
    ipVersion: rule.ipVersion,
    protocol: protocols[rule.protocol],
    range: rangeOf(rule.icmpType ?? rule.portRangeStart, rule.icmpCode ?? rule.portRangeEnd),
    remote: isIngress ? rule.sourceIp : rule.targetIp,
    local: isIngress ? rule.targetIp : rule.sourceIp,
    mac: rule.sourceMac,
    description: rule.name,
  };
}

/** The rule as IONOS takes it. */
export function writeIonosRule(rule: PlainRule): z.input<typeof ionosRule> {
  const isIngress = rule.direction === "ingress";
  const protocols = { tcp: "TCP", udp: "UDP", icmp: "ICMP", gre: "GRE", any: "ANY" } as const;
  const [from, to] = rule.range ?? [null, null];
  return {
    name: rule.description,
    protocol: protocols[rule.protocol],
    ...(rule.protocol === "icmp" ? { icmpType: from, icmpCode: to } : { portRangeStart: from, portRangeEnd: to }),
    sourceIp: (isIngress ? rule.remote : rule.local) ?? null,
    targetIp: (isIngress ? rule.local : rule.remote) ?? null,
    sourceMac: rule.mac ?? null,
    ipVersion: rule.ipVersion,
    type: isIngress ? "INGRESS" : "EGRESS",
  };
}

const gcoreRule = z.strictObject({
  direction: z.enum(["ingress", "egress"]),
  ethertype: z.enum(["IPv4", "IPv6"]),
  protocol: z.nullable(z.enum(["tcp", "udp", "icmp", "gre"])),
  port_range_min: optionalNumber,
  port_range_max: optionalNumber,
  remote_ip_prefix: optionalText,
  remote_group_id: optionalText,
  description: z.string(),
});

/** A rule as Gcore has it: ICMP type and code are in the fields for ports, and no protocol is any. */
export function readGcoreRule(wire: unknown): PlainRule {
  const rule = gcoreRule.parse(wire);
  return {
    direction: rule.direction,
    ipVersion: rule.ethertype,
    protocol: rule.protocol ?? "any",
    range: rangeOf(rule.port_range_min, rule.port_range_max),
    remote: rule.remote_ip_prefix,
    remoteGroup: rule.remote_group_id,
    description: rule.description,
  };
}

/** The rule as Gcore takes it. */
export function writeGcoreRule(rule: PlainRule): Pick<PlainRule, "direction" | "description"> & {
  readonly ethertype: "IPv4" | "IPv6";
  readonly protocol: "tcp" | "udp" | "icmp" | "gre" | null;
  readonly port_range_min?: number;
  readonly port_range_max?: number;
  readonly remote_ip_prefix?: string;
  readonly remote_group_id?: string;
} {
  const { direction, ipVersion, protocol, range, remote, remoteGroup, description } = rule;
  return {
    direction,
    ethertype: ipVersion,
    protocol: protocol === "any" ? null : protocol,
    ...(range && { port_range_min: range[0], port_range_max: range[1] }),
    ...(remote !== undefined && { remote_ip_prefix: remote }),
    ...(remoteGroup !== undefined && { remote_group_id: remoteGroup }),
    description,
  };
}

function rangeOf(from: number | undefined, to: number | undefined): PlainRule["range"] {
  return from === undefined || to === undefined ? undefined : [from, to];
}
