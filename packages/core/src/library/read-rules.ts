import { joinErrors } from "../error/join-errors.ts";
import { SecurityGroupError, type ErrorPlace } from "../error/security-group-error.ts";
import type { Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import { normalizeRule } from "../normalize/normalize-rule.ts";
import { ruleKey } from "../normalize/rule-key.ts";

/**
 * The rules that a person's drafts mean: a draft that names neither IP version nor address is two, one for each version, and two of the same meaning are one.
 *
 * Throws `invalid-document` with everything that cannot be right, in `related` where it is more than one; `place` is where the list stands.
 */
export function readRules(drafts: readonly RuleDraft[], place: ErrorPlace = {}): readonly Rule[] {
  const rules = new Map<string, Rule>();
  const errors: SecurityGroupError[] = [];
  for (const [index, draft] of drafts.entries()) {
    const normalized = normalizeRule(draft, "document");
    if (normalized.ok) {
      for (const rule of normalized.rules) if (!rules.has(ruleKey(rule))) rules.set(ruleKey(rule), rule);
      continue;
    }
    for (const { field, message } of normalized.problems) {
      const ruleIsAt = { ...place, field, path: `rules[${index}].${field}` };
      errors.push(
        new SecurityGroupError("invalid-document", `the rule cannot be right: ${message}`, { place: ruleIsAt }),
      );
    }
  }
  if (errors.length > 0) throw joinErrors(errors);
  return [...rules.values()];
}
