import { normalizeRule, SecurityGroupError, type Rule, type RuleDraft } from "@secgroup/core";

/** The line for a rule that the capabilities allow. */
export function writeRule(rule: Rule): string {
  const anywhere = rule.ipVersion === "IPv4" ? "0.0.0.0/0" : "::/0";
  const remote = rule.remote.kind === "cidr" ? rule.remote.cidr : anywhere;
  const label = rule.description === "" ? "" : ` # ${rule.description}`;
  return `${rule.direction === "ingress" ? "in" : "out"} ${rule.protocol} ${writeMatch(rule)} ${remote}${label}`;
}

/** The line of a rule that stays. */
export function writeKept(draft: RuleDraft): string {
  const normalized = normalizeRule(draft, "cloud");
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new SecurityGroupError("invalid-plan", "a rule that is to stay cannot be read");
  return writeRule(rule);
}

function writeMatch(rule: Rule): string {
  if ("ports" in rule && rule.ports !== "all") {
    const { from, to } = rule.ports;
    return from === to ? `${from}` : `${from}-${to}`;
  }
  if ("icmp" in rule && rule.icmp !== "all") {
    const { type, code } = rule.icmp;
    return code === undefined ? `${type}` : `${type}/${code}`;
  }
  return "all";
}
