import type { GroupId, Rule, RuleId } from "./rule.ts";
import type { RuleDraft } from "./rule-draft.ts";

/** User-managed tags, by key. */
export type Tags = Readonly<Record<string, string>>;

/** What is done with rules that stand on the cloud but not in the document. */
export type UnlistedRules = "remove" | "keep" | "fail";

/** A group that is to exist on one target as described. */
export interface PresentGroup {
  readonly ensure: "present";
  /** The exact name on the cloud. */
  readonly name: string;
  /** When given, finds the group instead of its name; a different name then means a rename. */
  readonly id?: GroupId | undefined;
  /** Left as it is when absent. */
  readonly description?: string | undefined;
  /** The complete set of user-managed tags; left as they are when absent. */
  readonly tags?: Tags | undefined;
  readonly rules: readonly Rule[];
  readonly unlistedRules: UnlistedRules;
}

/** A group that is not to exist on one target. */
export interface AbsentGroup {
  readonly ensure: "absent";
  readonly name: string;
  readonly id?: GroupId | undefined;
}

/** A group as a document wants it on one target. */
export type DesiredGroup = PresentGroup | AbsentGroup;

/** One rule as it stands on the cloud. */
export interface ObservedRule {
  readonly id: RuleId;
  readonly rule: Rule;
  /** The rule as the cloud spelt it, so that a vendor that compares literally can be sent its own words. */
  readonly draft: RuleDraft;
  /** Put there by the provider's own services, not by the account's users. */
  readonly providerOwned: boolean;
}

/** A rule on the cloud that has no canonical form; its group can be shown but not changed. */
export interface UnreadableRule {
  readonly id: RuleId;
  readonly reason: string;
}

/** A group's identity and own fields, as read. */
export interface ObservedGroupFields {
  readonly id: GroupId;
  readonly name: string;
  readonly description: string;
  /** User-managed tags. Empty where the cloud has none. */
  readonly tags: Tags;
  /** Tags of the provider, which no user can change. */
  readonly readOnlyTags: Tags;
}

/** A group with all its rules, as read. */
export interface ObservedGroup extends ObservedGroupFields {
  readonly rules: readonly ObservedRule[];
  readonly unreadable: readonly UnreadableRule[];
}

/** One entry of a list read: with its rules, or marked as without. */
export type ListedGroup =
  | { readonly rules: "listed"; readonly group: ObservedGroup }
  | { readonly rules: "not-listed"; readonly group: ObservedGroupFields };

/** Something that keeps a group from being deleted: a server, an interface, an instance, or a default. */
export interface Attachment {
  readonly kind: "server" | "nic" | "instance" | "datacenter-default";
  readonly id: string;
  readonly name?: string | undefined;
}
