import type { DesiredGroup, GroupId, RuleDraft } from "@secgroup/core";
import { didYouMean } from "../problem/near-miss.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";

/** What must be known of a group so that a rule can name it. */
export interface ReferableGroup {
  /** The exact name on the cloud. */
  readonly name: string;
  readonly id: GroupId | undefined;
  readonly ensure: DesiredGroup["ensure"];
  /** The names of its targets, each once. */
  readonly targets: readonly string[];
}

/** Groups by key; one that is wrong, and already reported, is `undefined`. */
export type ReferableGroups = ReadonlyMap<string, ReferableGroup | undefined>;

/** The part of a draft that names a group at the other end. */
export type RemoteGroup = Pick<RuleDraft, "remoteGroup" | "remoteGroupName">;

const prefix = "group:";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isGroupReference(text: string): boolean {
  return text.startsWith(prefix);
}

/**
 * Reads `group:NAME`: the key of a group that is on all `targets`, or the id of any group.
 *
 * A group whose id stands in the document is meant by that id, because its name may be about to change.
 */
export function readRemoteGroup(
  text: string,
  targets: readonly string[],
  groups: ReferableGroups,
  path: DocumentPath,
  problems: ProblemList,
): RemoteGroup | undefined {
  const key = text.slice(prefix.length);
  if (!groups.has(key)) {
    if (uuid.test(key)) return { remoteGroup: key.toLowerCase() };
    problems.add(
      path,
      `"${key}" is neither a group of this document nor the id of a group, which is a UUID${didYouMean(key, groups.keys())}`,
    );
    return undefined;
  }
  const group = groups.get(key);
  if (group === undefined) return undefined;
  if (group.ensure === "absent") {
    problems.add(path, `the group ${key} is to be absent, so no rule can name it; remove it here, or keep the group`);
    return undefined;
  }
  const missing = targets.filter((target) => !group.targets.includes(target));
  if (missing.length > 0) {
    problems.add(
      path,
      `the group ${key} is not on ${missing.join(" and ")}, where this is to hold; add it there, or name addresses instead`,
    );
    return undefined;
  }
  return group.id === undefined ? { remoteGroupName: group.name } : { remoteGroup: group.id };
}
