import type { GcoreRuleRequest, GroupHistoryEntry, IonosRuleProperties } from "@secgroup/simulator";
import type { PlainRule } from "./change.ts";

export const writeIonosRule = ({ port, network }: PlainRule): IonosRuleProperties => ({
  type: "INGRESS",
  protocol: "TCP",
  sourceIp: network,
  portRangeStart: port,
  portRangeEnd: port,
});

export const writeGcoreRule = ({ port, network }: PlainRule): GcoreRuleRequest => ({
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: port,
  port_range_max: port,
  remote_ip_prefix: network,
});

/** A rule as the history of either cloud has it. Throws for one that no change here can have made. */
export function readRecordedRule(rule: GroupHistoryEntry["rules"][number]): PlainRule {
  const { sourceIp, portRangeStart, remote_ip_prefix: prefix, port_range_min: first } = rule;
  const [network, port] = [sourceIp ?? prefix, portRangeStart ?? first];
  if (typeof network !== "string" || typeof port !== "number")
    throw new Error(`a strange rule: ${JSON.stringify(rule)}`);
  return { port, network };
}
