import type { PlacedGroup } from "@secgroup/config";
import {
  SecurityGroupError,
  type DesiredGroup,
  type ListedGroup,
  type ObservedGroup,
  type ObservedTarget,
} from "@secgroup/core";

/** Whether a group on the cloud is the one that a document means: by id when it gives one, else by exact name. */
export function isMeant(desired: DesiredGroup, group: ListedGroup["group"]): boolean {
  return desired.id === undefined ? group.name === desired.name : group.id === desired.id;
}

/** The one group of a target that is accepted, with its rules; nothing when there is none. Throws `ambiguous-group` for several. */
export function findGroup(
  observed: ObservedTarget,
  accept: (group: ListedGroup["group"]) => boolean,
  target: string,
): ObservedGroup | undefined {
  const found = observed.flatMap((entry) => (entry.rules === "listed" && accept(entry.group) ? [entry.group] : []));
  const [first] = found;
  if (first === undefined || found.length === 1) return first;
  throw new SecurityGroupError(
    "ambiguous-group",
    `${found.length} groups are named "${first.name}": ${found.map(({ id }) => id).join(", ")}`,
    { hint: "Add the `id` of the one that is meant to the document.", place: { target } },
  );
}

/** The document's group that a group of a target is. */
export function declaredAs(
  group: ListedGroup["group"],
  target: string,
  declared: readonly PlacedGroup[],
): PlacedGroup | undefined {
  return declared.find((placed) => placed.target === target && isMeant(placed.desired, group));
}
