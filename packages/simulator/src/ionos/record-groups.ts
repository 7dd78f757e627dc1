import type { GroupHistoryEntry } from "../history.ts";
import type { DatacenterState, GroupState } from "./datacenter-state.ts";

/** Hands every group that a change touched to the history; groups that are the same object in both states are untouched. */
export function recordGroups(
  record: (groupId: string, entry: GroupHistoryEntry) => void,
  before: DatacenterState | undefined,
  after: DatacenterState,
  at: number,
): void {
  for (const [id, group] of after.groups) {
    if (before?.groups.get(id) !== group) record(id, { at, cloud: "ionos", exists: true, ...contentOf(group) });
  }
  for (const [id, group] of before?.groups ?? []) {
    if (!after.groups.has(id)) record(id, { at, cloud: "ionos", exists: false, ...contentOf(group), rules: [] });
  }
}

function contentOf({ properties, rules }: GroupState): Pick<GroupHistoryEntry, "name" | "description" | "rules"> {
  return {
    name: properties.name,
    description: properties.description ?? "",
    rules: [...rules.values()].map((rule) => ({ ...rule.properties })),
  };
}
