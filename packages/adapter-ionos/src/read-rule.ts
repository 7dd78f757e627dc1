import { normalizeRule, type ObservedRule, type RuleDraft, type RuleId, type UnreadableRule } from "@secgroup/core";
import { isRemoteSource, type EgressRemote } from "./egress-remote.ts";
import type { CompleteRule, RuleProperties } from "./ionos-answer.ts";

/** One rule as read, or why it has no canonical form. */
export type ReadRule =
  | { readonly readable: true; readonly rule: ObservedRule }
  | { readonly readable: false; readonly rule: UnreadableRule };

/** Wire to core. A value that contradicts the rest, such as ports on ICMP, makes the rule unreadable: what the cloud does with it is not documented. */
export function readRule({ id, properties }: CompleteRule, egressRemote: EgressRemote): ReadRule {
  const ruleId = id as RuleId;
  const draft = readDraft(properties, egressRemote);
  const normalized = normalizeRule(draft, "cloud");
  if (!normalized.ok) {
    const reason = normalized.problems.map(({ field, message }) => `${field}: ${message}`).join("; ");
    return { readable: false, rule: { id: ruleId, reason } };
  }
  const [rule, ...others] = normalized.rules;
  if (!rule || others.length > 0) {
    return {
      readable: false,
      rule: { id: ruleId, reason: "ipVersion: the rule does not say which IP version it is about" },
    };
  }
  return { readable: true, rule: { id: ruleId, rule, draft, providerOwned: false } };
}

function readDraft(properties: RuleProperties, egressRemote: EgressRemote): RuleDraft {
  const { name, protocol, sourceMac, sourceIp, targetIp } = properties;
  const direction = properties.type ?? "INGRESS";
  const isSource = isRemoteSource(direction.toUpperCase() === "EGRESS" ? "egress" : "ingress", egressRemote);
  return {
    direction,
    // Without address and version a rule is about IPv4 only (CloudAPI v6, FirewallruleProperties.ipVersion).
    ipVersion: properties.ipVersion ?? (sourceIp || targetIp ? undefined : "IPv4"),
    protocol,
    ports: { from: properties.portRangeStart, to: properties.portRangeEnd },
    icmp: { type: properties.icmpType, code: properties.icmpCode },
    remote: isSource ? sourceIp : targetIp,
    local: isSource ? targetIp : sourceIp,
    sourceMac,
    description: name,
  };
}
