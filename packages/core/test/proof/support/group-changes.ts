import type { GroupChanges, GroupId, ObservedGroup, PresentGroup, Rule, RuleId } from "../../../src/index.ts";
import { diffGroup } from "../../../src/diff/diff-group.ts";
import { draftOf } from "../../../src/memory/draft-of.ts";
import type { SmallChange } from "./small-changes.ts";

/** What of a group changes beside its rules, and how. */
export interface UpdateOptions {
  /** Whether the group gets another description. */
  readonly describes?: boolean;
  readonly relabels: boolean;
  readonly unlistedRules?: "remove" | "keep";
}

/** The changes of a group that stands on the cloud. */
export function updateOf(name: string, { old, wanted }: SmallChange, options: UpdateOptions): GroupChanges {
  const observed = observedGroup(name, old);
  const { describes, relabels, unlistedRules = "remove" } = options;
  const desired = { ...presentGroup(name, wanted), unlistedRules, description: describes ? "changed" : undefined };
  return { kind: "update", observed, diff: diffGroup(observed, desired), relabels };
}

/** The changes of a group that is to come. */
export function creationOf(name: string, { wanted }: SmallChange): GroupChanges {
  return { kind: "create", desired: presentGroup(name, wanted) };
}

/** The changes of a group that is to go. */
export function deletionOf(name: string, { old }: SmallChange): GroupChanges {
  return { kind: "delete", observed: observedGroup(name, old) };
}

/** The rules that a group holds before a plan. */
export function rulesBefore(change: GroupChanges): readonly Rule[] {
  return change.kind === "create" ? [] : change.observed.rules.map(({ rule }) => rule);
}

/** The rules that a group is to hold after a plan. */
export function rulesAfter(change: GroupChanges): readonly Rule[] {
  if (change.kind === "delete") return [];
  if (change.kind === "create") return change.desired.rules;
  const { diff, relabels } = change;
  const renewed = diff.relabel.map(({ observed, description }): Rule =>
    relabels ? { ...observed.rule, description } : observed.rule,
  );
  return [...[...diff.keep, ...diff.unlisted].map(({ rule }) => rule), ...renewed, ...diff.create];
}

/** Positions of each two groups that a server can be a member of; one that is to go has lost its members before. */
export function sharedMemberships(changes: readonly GroupChanges[]): readonly (readonly [number, number])[] {
  const lasting = [...changes.keys()].filter((index) => changes[index]?.kind !== "delete");
  return lasting.flatMap((one, index) => lasting.slice(index + 1).map((other) => [one, other] as const));
}

/** The name of the group that changes, which is its id as well. */
export function nameOf(change: GroupChanges): string {
  return change.kind === "create" ? change.desired.name : change.observed.name;
}

function presentGroup(name: string, rules: readonly Rule[]): PresentGroup {
  return { ensure: "present", unlistedRules: "remove", name, rules };
}

function observedGroup(name: string, rules: readonly Rule[]): ObservedGroup {
  return {
    id: name as GroupId,
    name,
    description: "",
    tags: {},
    readOnlyTags: {},
    rules: rules.map((rule, index) => ({
      id: `${name}-${index}` as RuleId,
      rule,
      draft: draftOf(rule),
      providerOwned: false,
    })),
    unreadable: [],
  };
}
