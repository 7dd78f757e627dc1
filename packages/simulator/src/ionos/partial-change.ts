import type { Change } from "./change.ts";
import type { DatacenterState, GroupState, RuleState } from "./datacenter-state.ts";

/** The part of a change that a request has done when it fails half-way: some of several rules or groups, and all of what is one thing. */
export function partOfChange(state: DatacenterState, change: Change): Change {
  switch (change.kind) {
    case "create-group":
      return { ...change, group: partOfGroup(change.group) };
    case "update-group":
      return change.rules === undefined
        ? change
        : { ...change, rules: [...secondHalf(rulesOf(state, change.groupId)), ...firstHalf(change.rules)] };
    case "delete-group": {
      const { etag, at, groupId } = change;
      return { kind: "update-group", etag, at, groupId, properties: {}, rules: secondHalf(rulesOf(state, groupId)) };
    }
    case "attach":
      return change.groupIds.length < 2 ? change : { ...change, groupIds: firstHalf(change.groupIds) };
    case "update-datacenter":
      return change.defaultGroup === undefined ? change : { ...change, defaultGroup: partOfGroup(change.defaultGroup) };
    case "create-rule":
    case "update-rule":
    case "delete-rule":
      return change;
  }
}

/** What a failed request leaves behind where it marks its group: a new one is there without rules. Undefined for one that is about no group. */
export function markFailed(state: DatacenterState, change: Change): GroupState | undefined {
  if (change.kind === "create-group") return { ...change.group, rules: new Map(), isFailed: true };
  const group = "groupId" in change ? state.groups.get(change.groupId) : undefined;
  return group && { ...group, isFailed: true };
}

const partOfGroup = (group: GroupState): GroupState => ({
  ...group,
  rules: new Map(firstHalf([...group.rules])),
});

const rulesOf = (state: DatacenterState, groupId: string): readonly RuleState[] => [
  ...(state.groups.get(groupId)?.rules.values() ?? []),
];

const firstHalf = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, Math.floor(items.length / 2));

const secondHalf = <Item>(items: readonly Item[]): readonly Item[] => items.slice(Math.floor(items.length / 2));
