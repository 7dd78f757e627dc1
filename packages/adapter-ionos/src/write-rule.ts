import type { FirewallruleProperties } from "@secgroup/api-types/ionos";
import {
  describeRule,
  SecurityGroupError,
  type IcmpMatch,
  type PortRange,
  type Remote,
  type Rule,
} from "@secgroup/core";
import { isRemoteSource, type EgressRemote } from "./egress-remote.ts";
import { ionosCapabilities } from "./ionos-capabilities.ts";
import { protocolNames } from "./protocol-name.ts";

const { icmpMaximum, portMinimum, remoteGroups } = ionosCapabilities;

/**
 * Core to wire. Direction and IP version are always said; what matches anything is left out, because IONOS has no other
 * documented word for it (CloudAPI v6, schema FirewallruleProperties).
 *
 * Throws `unsupported`, naming the field, for what a firewall rule cannot express.
 */
export function writeRule(rule: Rule, egressRemote: EgressRemote): FirewallruleProperties {
  const protocol = protocolNames.get(rule.protocol);
  if (!protocol) throw refuse(rule, "protocol", `it knows no protocol ${rule.protocol}`);
  const remote = writeRemote(rule, rule.remote);
  const local = rule.local.kind === "any" ? undefined : rule.local.cidr;
  const isSource = isRemoteSource(rule.direction, egressRemote);
  return {
    name: rule.description || undefined,
    protocol,
    type: rule.direction === "ingress" ? "INGRESS" : "EGRESS",
    ipVersion: rule.ipVersion,
    sourceIp: isSource ? remote : local,
    targetIp: isSource ? local : remote,
    sourceMac: rule.sourceMac === "any" ? undefined : rule.sourceMac,
    ...("ports" in rule && rule.ports !== "all" && writePorts(rule, rule.ports)),
    ...("icmp" in rule && rule.icmp !== "all" && writeIcmp(rule, rule.icmp)),
  };
}

function writeRemote(rule: Rule, remote: Remote): string | undefined {
  switch (remote.kind) {
    case "any":
      return undefined;
    case "cidr":
      return remote.cidr;
    case "group":
    case "named-group":
      throw refuse(rule, "remote", remoteGroups.supported ? "" : remoteGroups.reason);
  }
}

function writePorts(
  rule: Rule,
  { from, to }: PortRange,
): Pick<FirewallruleProperties, "portRangeStart" | "portRangeEnd"> {
  if (from < portMinimum) throw refuse(rule, "ports", `its ports begin at ${portMinimum}`);
  return { portRangeStart: from, portRangeEnd: to };
}

function writeIcmp(rule: Rule, { type, code }: IcmpMatch): Pick<FirewallruleProperties, "icmpType" | "icmpCode"> {
  if (Math.max(type, code ?? 0) > icmpMaximum)
    throw refuse(rule, "icmp", `its ICMP types and codes end at ${icmpMaximum}`);
  return { icmpType: type, icmpCode: code };
}

function refuse(rule: Rule, field: string, reason: string): SecurityGroupError {
  return new SecurityGroupError("unsupported", `IONOS Cloud cannot express this rule: ${reason}.`, {
    place: { rule: describeRule(rule), field },
    hint: "Change the rule, or place its group only on targets whose cloud can express it.",
  });
}
