import { SecurityGroupError } from "../error/security-group-error.ts";
import { joinErrors } from "../error/join-errors.ts";
import type { Tags, UnlistedRules } from "../model/group.ts";
import type { GroupId, Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import { normalizeRule } from "../normalize/normalize-rule.ts";
import { ruleKey } from "../normalize/rule-key.ts";
import type { GroupRequest } from "../plan/group-request.ts";

/** A group that is to exist on a target. */
export interface WantedGroup {
  readonly ensure?: "present" | undefined;
  /** The exact name on the cloud. */
  readonly name: string;
  /** When given, finds the group instead of its name; a different name then means a rename. */
  readonly id?: GroupId | undefined;
  /** Left as it is when absent. */
  readonly description?: string | undefined;
  /** The complete set of user-managed tags; left as they are when absent. */
  readonly tags?: Tags | undefined;
  /** What is allowed. A rule that names neither IP version nor address stands for both versions; two of the same meaning are one. */
  readonly rules: readonly RuleDraft[];
  /** What is done with rules that stand on the cloud and are not in `rules`. Default `remove`. */
  readonly unlistedRules?: UnlistedRules | undefined;
}

/** A group that is not to exist on a target. */
export interface UnwantedGroup {
  readonly ensure: "absent";
  readonly name: string;
  readonly id?: GroupId | undefined;
}

/** What the planner is asked for. Throws `invalid-document` with every rule that cannot be right, in `related`. */
export function requestGroup(group: WantedGroup | UnwantedGroup): GroupRequest {
  if (group.ensure === "absent") return { key: group.name, desired: group };
  const { rules, unlistedRules = "remove", ...fields } = group;
  return {
    key: group.name,
    desired: { ...fields, ensure: "present", rules: readRules(group.name, rules), unlistedRules },
  };
}

function readRules(group: string, drafts: readonly RuleDraft[]): readonly Rule[] {
  const rules = new Map<string, Rule>();
  const errors: SecurityGroupError[] = [];
  for (const [index, draft] of drafts.entries()) {
    const normalized = normalizeRule(draft, "document");
    if (normalized.ok) {
      for (const rule of normalized.rules) if (!rules.has(ruleKey(rule))) rules.set(ruleKey(rule), rule);
      continue;
    }
    for (const { field, message } of normalized.problems) {
      const place = { group, field, path: `rules[${index}].${field}` };
      errors.push(new SecurityGroupError("invalid-document", `the rule cannot be right: ${message}`, { place }));
    }
  }
  if (errors.length > 0) throw joinErrors(errors);
  return [...rules.values()];
}
