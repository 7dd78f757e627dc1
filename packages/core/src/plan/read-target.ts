import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { ListedGroup, ObservedGroup } from "../model/group.ts";

/** The groups of a target as read at one moment; those that nobody asked for may be without rules. */
export type ObservedTarget = readonly ListedGroup[];

/**
 * Reads a target: one list read and, where the list is without rules, one read for each group that is wanted.
 *
 * Throws when anything wanted could not be read whole; it never answers with less.
 */
export async function readTarget(
  adapter: Adapter,
  isWanted: (group: ListedGroup["group"]) => boolean,
  signal: AbortSignal,
): Promise<ObservedTarget> {
  const listed = await adapter.listGroups(signal);
  const complete: ListedGroup[] = [];
  for (const entry of listed) {
    if (entry.rules === "listed" || !isWanted(entry.group)) complete.push(entry);
    else complete.push({ rules: "listed", group: await adapter.readGroup(entry.group.id, signal) });
  }
  return complete;
}

/** The group with its rules. Throws `unexpected-response` when the read brought none. */
export function requireRules(entry: ListedGroup): ObservedGroup {
  if (entry.rules === "listed") return entry.group;
  throw new SecurityGroupError(
    "unexpected-response",
    `the rules of the group ${entry.group.name} (${entry.group.id}) were not read`,
  );
}
