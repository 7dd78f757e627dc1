import type { Rule } from "@secgroup/core";
import { ruleResourceName } from "./resource-name.ts";

/** The name of a rule's resource; it changes only with what the rule matches. */
export function nameRule(group: string, rule: Rule): string {
  const { direction, ipVersion, protocol, remote, local, sourceMac } = rule;
  const service = describeService(rule);
  return ruleResourceName(
    group,
    [direction, ipVersion.toLowerCase(), protocol, ...service],
    [direction, ipVersion, protocol, service, Object.values(remote), Object.values(local), sourceMac],
  );
}

function describeService(rule: Rule): readonly string[] {
  if ("ports" in rule && rule.ports !== "all") {
    const { from, to } = rule.ports;
    return from === to ? [String(from)] : [String(from), String(to)];
  }
  if ("icmp" in rule && rule.icmp !== "all") {
    const { type, code } = rule.icmp;
    return code === undefined ? [String(type)] : [String(type), String(code)];
  }
  return [];
}
