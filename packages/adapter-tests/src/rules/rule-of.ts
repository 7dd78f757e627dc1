import { normalizeRule, type Rule, type RuleDraft } from "@secgroup/core";

/** The canonical rule of a draft that must be right; IPv4 and ingress unless it says otherwise. */
export function ruleOf(draft: Partial<RuleDraft>): Rule {
  const said = draft.remote || draft.local ? {} : { ipVersion: "IPv4" };
  const normalized = normalizeRule({ direction: "ingress", ...said, ...draft }, "cloud");
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new TypeError(`not a rule: ${JSON.stringify({ draft, normalized })}`);
  return rule;
}

/** A rule that every cloud can express: ingress, tcp, one port or a range. */
export function tcp(from: number, to: number = from, draft: Partial<RuleDraft> = {}): Rule {
  return ruleOf({ protocol: "tcp", ports: { from, to }, ...draft });
}
