import { normalizeRule, type Rule, type RuleDraft } from "@secgroup/core";
import * as z from "zod";
import type { CloudName } from "../scenario/plain-rule.ts";

const text = z.nullish(z.string());
const number = z.nullish(z.number());

const ionosRule = z.object({
  name: text,
  protocol: z.string(),
  sourceMac: text,
  sourceIp: text,
  targetIp: text,
  icmpType: number,
  icmpCode: number,
  portRangeStart: number,
  portRangeEnd: number,
  ipVersion: z.string(),
  type: z.string(),
});

const gcoreRule = z.object({
  direction: z.string(),
  ethertype: z.string(),
  protocol: text,
  port_range_min: number,
  port_range_max: number,
  remote_ip_prefix: text,
  remote_group_id: text,
  description: text,
});

/** A rule as a cloud has it in force, read here once more so that no adapter's mistake is repeated. */
export function readWireRule(cloud: CloudName, wire: unknown): Rule {
  const draft = cloud === "ionos" ? readIonosRule(wire) : readGcoreRule(wire);
  const normalized = normalizeRule(draft, "cloud");
  const [rule] = normalized.ok ? normalized.rules : [];
  if (rule === undefined) throw new Error(`a rule that means nothing is in force: ${JSON.stringify(wire)}`);
  return rule;
}

function readIonosRule(wire: unknown): RuleDraft {
  const { name, type, protocol, ipVersion, sourceIp, targetIp, sourceMac, ...rest } = ionosRule.parse(wire);
  const isIngress = type === "INGRESS";
  return {
    direction: type,
    ipVersion,
    protocol,
    ports: { from: rest.portRangeStart, to: rest.portRangeEnd },
    icmp: { type: rest.icmpType, code: rest.icmpCode },
    remote: isIngress ? sourceIp : targetIp,
    local: isIngress ? targetIp : sourceIp,
    sourceMac,
    description: name,
  };
}

function readGcoreRule(wire: unknown): RuleDraft {
  const rule = gcoreRule.parse(wire);
  const range = { minimum: rule.port_range_min, maximum: rule.port_range_max };
  const isIcmp = rule.protocol === "icmp";
  return {
    direction: rule.direction,
    ipVersion: rule.ethertype,
    protocol: rule.protocol,
    ports: isIcmp ? undefined : { from: range.minimum, to: range.maximum },
    icmp: isIcmp ? { type: range.minimum, code: range.maximum } : undefined,
    remote: rule.remote_ip_prefix,
    remoteGroup: rule.remote_group_id,
    description: rule.description,
  };
}
