import type { Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";

/** The draft that a cloud would spell a canonical rule as; normalising it gives the rule again. */
export function draftOf(rule: Rule): RuleDraft {
  const { direction, ipVersion, protocol, remote, local, sourceMac, description } = rule;
  return {
    direction,
    ipVersion,
    protocol,
    ports: "ports" in rule && rule.ports !== "all" ? rule.ports : undefined,
    icmp: "icmp" in rule && rule.icmp !== "all" ? rule.icmp : undefined,
    remote: remote.kind === "cidr" ? remote.cidr : undefined,
    remoteGroup: remote.kind === "group" ? remote.id : undefined,
    remoteGroupName: remote.kind === "named-group" ? remote.name : undefined,
    local: local.kind === "cidr" ? local.cidr : undefined,
    sourceMac: sourceMac === "any" ? undefined : sourceMac,
    description,
  };
}
