import type { Rule } from "../../../src/index.ts";

/** Equal for rules that say the same of packets, whatever their descriptions. */
export function identityOf(rule: Rule): string {
  const { direction, ipVersion, protocol, remote, local, sourceMac } = rule;
  const match = "ports" in rule ? rule.ports : "icmp" in rule ? rule.icmp : "";
  return JSON.stringify([direction, ipVersion, protocol, match, remote, local, sourceMac]);
}

/** Equal for rules that are equal in everything. */
export function labelledIdentityOf(rule: Rule): string {
  return `${identityOf(rule)} ${rule.description}`;
}
