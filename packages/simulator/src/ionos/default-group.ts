import { completeRule } from "./rule/complete-rule.ts";
import type { DatacenterState, GroupState, RuleProperties } from "./datacenter-state.ts";
import type { IonosBackend } from "./ionos-backend.ts";
import type { IonosQuirks } from "./ionos-quirks.ts";

/** What gives new things their ids and dates. */
export type Maker = Pick<IonosBackend, "newId" | "newStamp">;

/**
 * The group that `createDefaultSecurityGroup` makes. The vendor's NSG FAQs name its four rules: all that goes out over IPv4 and over
 * IPv6, and what comes in from 10.0.0.0/24 and from the datacenter's own IPv6 block. Their fields are not published, so that a quirk decides on names and on how any address is written.
 */
export function createDefaultGroup(
  { ipv6CidrBlock }: DatacenterState,
  form: IonosQuirks["defaultGroupRules"],
  make: Maker,
): GroupState {
  const any = (block: string): Pick<RuleProperties, "targetIp"> => (form === "with-blocks" ? { targetIp: block } : {});
  const rules: readonly RuleProperties[] = [
    { name: "All outgoing IPv4", protocol: "ANY", ipVersion: "IPv4", ...any("0.0.0.0/0"), type: "EGRESS" },
    { name: "All outgoing IPv6", protocol: "ANY", ipVersion: "IPv6", ...any("::/0"), type: "EGRESS" },
    { name: "Incoming from the private network", protocol: "ANY", sourceIp: "10.0.0.0/24", type: "INGRESS" },
    { name: "Incoming from the VDC", protocol: "ANY", sourceIp: ipv6CidrBlock, type: "INGRESS" },
  ];
  const told = form === "unnamed" ? rules.map((rule) => ({ ...rule, name: undefined })) : rules;
  return createGroup({ name: "Default security group" }, told, make);
}

/** A new group of rules that are not checked. */
export function createGroup(
  properties: GroupState["properties"],
  rules: readonly RuleProperties[],
  make: Maker,
): GroupState {
  const states = rules.map((rule) => ({ id: make.newId(), stamp: make.newStamp(), properties: completeRule(rule) }));
  return {
    id: make.newId(),
    stamp: make.newStamp(),
    properties,
    isFailed: false,
    rules: new Map(states.map((rule) => [rule.id, rule])),
  };
}
