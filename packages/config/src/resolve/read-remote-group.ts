import type { RuleDraft } from "@secgroup/core";
import { didYouMean } from "../problem/near-miss.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";
import type { Group, Groups } from "./read-groups.ts";

/** The part of a draft that names a group at the other end. */
export type RemoteGroup = Pick<RuleDraft, "remoteGroup" | "remoteGroupName">;

const prefix = "group:";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isGroupReference(text: string): boolean {
  return text.startsWith(prefix);
}

/**
 * Reads `group:NAME` in a rule of `owner`: the key of a group that is on all targets of the owner, or the id of any group.
 *
 * A group whose id stands in the document is meant by that id, because its name may be about to change.
 */
export function readRemoteGroup(
  text: string,
  owner: Group | undefined,
  groups: Groups,
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
  if (group.outline.ensure === "absent") {
    problems.add(path, `the group ${key} is to be absent, so no rule can name it; remove it here, or keep the group`);
    return undefined;
  }
  const missing = (owner?.targets ?? []).filter((target) => !group.targets.includes(target));
  if (missing.length > 0) {
    problems.add(
      path,
      `the group ${key} is not on ${missing.join(" and ")}, where this rule is; add it there, or name addresses instead`,
    );
    return undefined;
  }
  return group.id === undefined ? { remoteGroupName: group.name } : { remoteGroup: group.id };
}
