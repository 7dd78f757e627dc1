import type { Tags, UnlistedRules } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import type { GroupRequest } from "../plan/group-request.ts";
import { readRules } from "./read-rules.ts";

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
    desired: { ...fields, ensure: "present", rules: readRules(rules, { group: group.name }), unlistedRules },
  };
}
