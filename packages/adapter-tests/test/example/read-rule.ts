import { normalizeRule, type ObservedRule, type RuleDraft, type RuleId, type UnreadableRule } from "@secgroup/core";

const pattern = /^(in|out) (tcp|udp|icmp) (all|(\d+)(?:([-/])(\d+))?) (\S+)(?: # (.*))?$/s;

/** A line such as `in tcp 22 10.0.0.0/8 # label`. It is its own id: no two lines of a group are the same. */
export function readRule(line: string): ObservedRule | UnreadableRule {
  const id = line as RuleId;
  const [, way, protocol, match, first, sign, second, remote, description] = pattern.exec(line) ?? [];
  if (match === undefined || (sign !== undefined && (sign === "/") !== (protocol === "icmp"))) {
    return { id, reason: "the line is not of the documented form" };
  }
  const number = first === undefined ? undefined : Number(first);
  const other = second === undefined ? undefined : Number(second);
  const draft: RuleDraft = {
    direction: way === "in" ? "ingress" : "egress",
    protocol,
    ...(protocol === "icmp"
      ? { icmp: { type: number, code: other } }
      : { ports: { from: number, to: other ?? number } }),
    remote,
    description,
  };
  const normalized = normalizeRule(draft, "cloud");
  if (!normalized.ok) return { id, reason: normalized.problems.map(({ message }) => message).join("; ") };
  const [rule] = normalized.rules;
  return rule ? { id, rule, draft, providerOwned: false } : { id, reason: "the line says nothing" };
}
