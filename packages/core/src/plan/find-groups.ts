import { SecurityGroupError } from "../error/security-group-error.ts";
import type { DesiredGroup, ListedGroup } from "../model/group.ts";

/**
 * The group on the cloud that a desired one speaks of: by id when it gives one, else by exact name.
 *
 * Throws `ambiguous-group` when several bear the name (IONOS allows it), and `not-found` when the id of a group that is to exist
 * is nowhere.
 */
export function findGroup<Listed extends Pick<ListedGroup, "group">>(
  desired: DesiredGroup,
  listed: readonly Listed[],
): Listed | undefined {
  if (desired.id !== undefined) {
    const found = listed.find(({ group }) => group.id === desired.id);
    if (found === undefined && desired.ensure === "present") {
      throw new SecurityGroupError("not-found", `no group has the id ${desired.id}`, {
        hint: "Correct the id, or leave it out to find the group by its name.",
        place: { field: "id" },
      });
    }
    return found;
  }
  const found = listed.filter(({ group }) => group.name === desired.name);
  if (found.length > 1) {
    throw new SecurityGroupError(
      "ambiguous-group",
      `${found.length} groups are named "${desired.name}": ${found.map(({ group }) => group.id).join(", ")}`,
      { hint: "Add the `id` of the one that is meant.", place: { field: "name" } },
    );
  }
  return found[0];
}
