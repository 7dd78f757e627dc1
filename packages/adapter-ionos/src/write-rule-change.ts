import type { FirewallrulePropertiesPatch } from "@secgroup/api-types/ionos";
import type { Rule } from "@secgroup/core";
import type { EgressRemote } from "./egress-remote.ts";
import { writeRule } from "./write-rule.ts";

/**
 * Core to wire: the bare body that turns one rule into the other, with what differs between them and nothing else, because
 * `protocol` is "disallowed in update requests" (CloudAPI v6, schema FirewallruleProperties). Null lifts a restriction. The ends
 * of a port range go together, and so do an ICMP type and its code: whether half of a pair is accepted is not documented.
 *
 * Takes pairs that the capabilities allow, which never unset ports. Throws `unsupported` for a rule that IONOS cannot express.
 */
export function writeRuleChange(from: Rule, to: Rule, egressRemote: EgressRemote): FirewallrulePropertiesPatch {
  const before = writeRule(from, egressRemote);
  const after = writeRule(to, egressRemote);
  const { name = "", sourceMac = null, sourceIp = null, targetIp = null, icmpType = null, icmpCode = null } = after;
  const differs = (...fields: readonly (keyof typeof after)[]): boolean =>
    fields.some((field) => before[field] !== after[field]);
  return {
    ...(differs("name") && { name }),
    ...(differs("sourceMac") && { sourceMac }),
    ...(differs("sourceIp") && { sourceIp }),
    ...(differs("targetIp") && { targetIp }),
    ...(differs("portRangeStart", "portRangeEnd") &&
      "ports" in to &&
      to.ports !== "all" && { portRangeStart: to.ports.from, portRangeEnd: to.ports.to }),
    ...(differs("icmpType", "icmpCode") && { icmpType, icmpCode }),
  };
}
