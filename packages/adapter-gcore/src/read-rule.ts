import {
  normalizeRule,
  readProtocol,
  type ObservedRule,
  type RuleDraft,
  type RuleId,
  type UnreadableRule,
} from "@secgroup/core";
import type { RuleAnswer } from "./gcore-answer.ts";

// What Managed Kubernetes writes into its own rules; the vendor's Terraform provider tells them by it (gcore/resource_gcore_k8sv2.go).
const providerDescription = "system";

/** A rule as it is on the cloud, or why it has no canonical form. Nothing is guessed: without an IP version said or implied it is unreadable. */
export function readRule(
  answer: RuleAnswer,
):
  | { readonly readable: true; readonly rule: ObservedRule }
  | { readonly readable: false; readonly rule: UnreadableRule } {
  const id = answer.id as RuleId;
  const draft = readDraft(answer);
  const normalized = normalizeRule(draft, "cloud");
  if (!normalized.ok) {
    return {
      readable: false,
      rule: { id, reason: normalized.problems.map(({ field, message }) => `${field}: ${message}`).join("; ") },
    };
  }
  const [rule] = normalized.rules;
  if (rule === undefined) return { readable: false, rule: { id, reason: "it matches no packet" } };
  return { readable: true, rule: { id, rule, draft, providerOwned: answer.description === providerDescription } };
}

/** The rule in the cloud's own spelling, so that `writeDraft` can send it back unchanged. */
function readDraft(answer: RuleAnswer): RuleDraft {
  const { port_range_min: minimum, port_range_max: maximum } = answer;
  // OpenStack Neutron keeps an ICMP type and code where other protocols have their ports.
  const isIcmp = readProtocol(answer.protocol)?.family === "icmp";
  return {
    direction: answer.direction,
    ipVersion: answer.ethertype,
    protocol: answer.protocol,
    icmp: isIcmp ? { type: minimum, code: maximum } : undefined,
    ports: isIcmp ? undefined : { from: minimum, to: maximum },
    remote: answer.remote_ip_prefix,
    remoteGroup: answer.remote_group_id,
    description: answer.description ?? "",
  };
}
