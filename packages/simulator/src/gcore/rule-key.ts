import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { RuleContent } from "./rule-content.ts";

/**
 * What two stored rules of a group must not have in common: OpenStack Neutron's `_rule_to_key`. All addresses and no prefix are
 * one value; the description does not count.
 */
export function ruleKey(rule: RuleContent, { ipencapAndIpip }: Pick<GcoreQuirks, "ipencapAndIpip">): string {
  const isAnyAddress = rule.remote_ip_prefix === "0.0.0.0/0" || rule.remote_ip_prefix === "::/0";
  const isOneProtocol = ipencapAndIpip === "colliding" && rule.protocol === "ipencap";
  const { description: _, ...compared } = rule;
  return JSON.stringify({
    ...compared,
    protocol: isOneProtocol ? "ipip" : rule.protocol,
    remote_ip_prefix: isAnyAddress ? null : rule.remote_ip_prefix,
  });
}
