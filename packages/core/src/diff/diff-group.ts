import type { ObservedGroup, ObservedRule, PresentGroup } from "../model/group.ts";
import type { GroupFieldsChange } from "../plan/step.ts";
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
  const keepsUnlisted = desired.unlistedRules === "keep";
  return {
    ...rules,
    remove: keepsUnlisted ? [] : rules.remove,
    unlisted: keepsUnlisted ? rules.remove : [],
    fields: changed ? { name, description, tags } : undefined,
  };
}

/** A desired tag that the provider has set already, with the same value, is no tag of the user's. */
function withoutReadOnly(
  desired: Readonly<Record<string, string>>,
  readOnly: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(desired).filter(([key, value]) => readOnly[key] !== value));
}
