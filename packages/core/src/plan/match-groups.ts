import { SecurityGroupError } from "../error/security-group-error.ts";
import type { ListedGroup } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import { findGroup } from "./find-groups.ts";
import { placed, type GroupRequest } from "./group-request.ts";
import type { ObservedTarget } from "./read-target.ts";

/** Each group of the document with the one on the cloud that it speaks of, if there is one. */
export type Matches = ReadonlyMap<GroupRequest, ListedGroup | undefined>;

/** Finds each group of the document on the cloud; a group that two entries lead to is an error. */
export function matchGroups(
  requests: readonly GroupRequest[],
  observed: ObservedTarget,
  errors: SecurityGroupError[],
): Matches {
  const matches = new Map<GroupRequest, ListedGroup | undefined>();
  const takenBy = new Map<GroupId, GroupRequest>();
  for (const request of requests) {
    try {
      const entry = findGroup(request.desired, observed);
      const other = entry && takenBy.get(entry.group.id);
      if (entry && other) {
        throw new SecurityGroupError(
          "ambiguous-group",
          `"${request.key}" and "${other.key}" both mean the group ${entry.group.name} (${entry.group.id})`,
          {
            hint: "Keep one of the two entries.",
          },
        );
      }
      if (entry) takenBy.set(entry.group.id, request);
      matches.set(request, entry);
    } catch (error) {
      if (!SecurityGroupError.is(error)) throw error;
      errors.push(placed(error, request));
    }
  }
  return matches;
}
