import type { Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import { normalizeRule } from "./normalize-rule.ts";
import { ruleKey } from "./rule-key.ts";

/** Equal for two rules exactly when they are equal in everything, their descriptions included. */
export function ruleIdentity(rule: Rule): string {
  return `${ruleKey(rule)} ${rule.description}`;
}

/** The rules behind drafts that a cloud has told; none for one without a canonical form. */
export function rulesOfDrafts(drafts: readonly RuleDraft[]): readonly Rule[] {
  return drafts.flatMap((draft) => {
    const normalized = normalizeRule(draft, "cloud");
    return normalized.ok ? normalized.rules : [];
  });
}
