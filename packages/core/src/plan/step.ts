import type { Tags } from "../model/group.ts";
import type { GroupId, Rule, RuleId } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";

/** Tags to set, and keys to remove as `null`; keys not named stay. */
export type TagsPatch = Readonly<Record<string, string | null>>;

/** A complete rule set: what stays, in the cloud's own words, and what is new. What is in neither goes. */
export interface RuleSet {
  readonly keep: readonly RuleDraft[];
  readonly add: readonly Rule[];
}

/** A group's own fields that change; what is absent stays as it is. */
export interface GroupFieldsChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** `null` removes all user-managed tags. */
  readonly tags?: TagsPatch | null | undefined;
}

/** A group that a step changes, under its name before the step; without an id when an earlier step of the plan creates it. */
export interface GroupReference {
  readonly id?: GroupId | undefined;
  readonly name: string;
}

/** One write to a cloud's API. */
export type Step =
  | {
      readonly kind: "create-group";
      readonly name: string;
      readonly description?: string | undefined;
      readonly tags?: Tags | undefined;
      readonly rules: readonly Rule[];
    }
  | {
      readonly kind: "update-group";
      readonly group: GroupReference;
      /** Absent when only rules change. */
      readonly fields?: GroupFieldsChange | undefined;
      /** Only for clouds whose write granularity is `rule-set`. */
      readonly rules?: RuleSet | undefined;
    }
  | { readonly kind: "delete-group"; readonly group: GroupReference }
  | { readonly kind: "create-rule"; readonly group: GroupReference; readonly rule: Rule }
  | {
      /** Changes a rule in place, its description included; what the cloud cannot change in place is equal in both. */
      readonly kind: "update-rule";
      readonly group: GroupReference;
      readonly ruleId: RuleId;
      readonly from: Rule;
      readonly to: Rule;
    }
  | { readonly kind: "delete-rule"; readonly group: GroupReference; readonly ruleId: RuleId };

/** A step with every group known by id, ready to be sent; made by apply when it reaches the step. */
export type ResolvedStep = Exclude<Step, { readonly group: GroupReference }> | ResolvedGroupStep;

type ResolvedGroupStep = Step extends infer S
  ? S extends { readonly group: GroupReference }
    ? Omit<S, "group"> & { readonly group: { readonly id: GroupId; readonly name: string } }
    : never
  : never;
