import { randomUUID } from "node:crypto";
import { completeRule } from "./rule/complete-rule.ts";
import type { DatacenterState, GroupState, RuleProperties, Stamp } from "./datacenter-state.ts";

/**
 * The group that `createDefaultSecurityGroup` makes. The vendor's NSG FAQs name its four rules: all that goes out over IPv4 and over
 * IPv6, and what comes in from 10.0.0.0/24 and from the datacenter's own IPv6 block. The names and the protocol are not published.
 */
export function createDefaultGroup({ ipv6CidrBlock }: DatacenterState, newStamp: () => Stamp): GroupState {
  const rules: readonly RuleProperties[] = [
    { name: "All outgoing IPv4", protocol: "ANY", ipVersion: "IPv4", type: "EGRESS" },
    { name: "All outgoing IPv6", protocol: "ANY", ipVersion: "IPv6", type: "EGRESS" },
    { name: "Incoming from the private network", protocol: "ANY", sourceIp: "10.0.0.0/24", type: "INGRESS" },
    { name: "Incoming from the VDC", protocol: "ANY", sourceIp: ipv6CidrBlock, type: "INGRESS" },
  ];
  return createGroup({ name: "Default security group" }, rules, newStamp);
}

/** A new group of rules that are not checked. */
export function createGroup(
  properties: GroupState["properties"],
  rules: readonly RuleProperties[],
  newStamp: () => Stamp,
): GroupState {
  const states = rules.map((rule) => ({ id: randomUUID(), stamp: newStamp(), properties: completeRule(rule) }));
  return { id: randomUUID(), stamp: newStamp(), properties, rules: new Map(states.map((rule) => [rule.id, rule])) };
}
