import type { components } from "@secgroup/api-types/gcore";

/** A rule as a request states it. */
export type RuleRequest = Readonly<components["schemas"]["CreateSecurityGroupRuleSerializerV2"]>;

/** All that a rule says, with every field present: what is stored of it beside its id and dates. */
export type RuleContent = Required<RuleRequest>;

/** The request with the defaults of its schema filled in, and the fields always in the same order. */
export function withDefaults(rule: RuleRequest): RuleContent {
  return {
    direction: rule.direction,
    ethertype: rule.ethertype ?? "IPv4",
    protocol: rule.protocol ?? null,
    port_range_min: rule.port_range_min ?? null,
    port_range_max: rule.port_range_max ?? null,
    remote_ip_prefix: rule.remote_ip_prefix ?? null,
    remote_group_id: rule.remote_group_id ?? null,
    description: rule.description ?? "",
  };
}
