import { normalizeRule, type Rule, type RuleDraft } from "@secgroup/core";

/** The canonical rule of a draft that has exactly one. */
export function ruleOf(draft: RuleDraft): Rule {
  const normalized = normalizeRule({ ipVersion: "IPv4", ...draft }, "document");
  const [rule] = normalized.ok ? normalized.rules : [];
  if (rule === undefined) throw new Error(`not one rule: ${JSON.stringify([draft, normalized])}`);
  return rule;
}
