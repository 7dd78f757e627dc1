import type { ObservedGroup, ObservedRule, PresentGroup } from "../model/group.ts";
import type { GroupFieldsChange } from "../plan/step.ts";
import type { Rule } from "../model/rule.ts";
import { ruleKey } from "../normalize/rule-key.ts";
import { diffRules, type RuleDiff } from "./diff-rules.ts";
import { diffTags } from "./diff-tags.ts";

/** What leads from an observed group to the desired one. */
export interface GroupDiff extends RuleDiff {
  /** Absent when no field changes. */
  readonly fields?: GroupFieldsChange | undefined;
  /** Rules that are not in the document and stay because it says `unlistedRules: keep`. */
  readonly unlisted: readonly ObservedRule[];
}

/** Compares fields and rules; a field that the document leaves out does not differ. */
export function diffGroup(observed: ObservedGroup, desired: PresentGroup): GroupDiff {
  const rules = diffRules(observed.rules, desired.rules);
  const name = desired.name === observed.name ? undefined : desired.name;
  const description = desired.description === observed.description ? undefined : desired.description;
  const tags = desired.tags && diffTags(observed.tags, withoutReadOnly(desired.tags, observed.readOnlyTags));
  const changed = name !== undefined || description !== undefined || tags !== undefined;
  const stays = desired.unlistedRules === "keep" ? isUnlisted(desired.rules) : () => false;
  return {
    ...rules,
    remove: rules.remove.filter((rule) => !stays(rule)),
    unlisted: rules.remove.filter(stays),
    fields: changed ? { name, description, tags } : undefined,
  };
}

/** Whether a rule is none of those; a further copy of one of them is not unlisted, unless it is the provider's. */
function isUnlisted(listed: readonly Rule[]): (observed: ObservedRule) => boolean {
  const keys = new Set(listed.map(ruleKey));
  return ({ rule, providerOwned }) => providerOwned || !keys.has(ruleKey(rule));
}

/** A desired tag that the provider has set already, with the same value, is no tag of the user's. */
function withoutReadOnly(
  desired: Readonly<Record<string, string>>,
  readOnly: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(desired).filter(([key, value]) => readOnly[key] !== value));
}
