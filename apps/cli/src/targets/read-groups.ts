import { readTarget, SecurityGroupError, type ListedGroup, type ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import type { OpenTarget } from "./open-target.ts";

type IsWanted = (group: ListedGroup["group"]) => boolean;

/** The wanted groups of a target with their rules, by name; default all. What went wrong is thrown with the target's name. */
export async function readGroups(
  { target, adapter }: Pick<OpenTarget, "target" | "adapter">,
  options: Pick<Context, "clock" | "signal">,
  isWanted: IsWanted = () => true,
): Promise<readonly ObservedGroup[]> {
  try {
    const listed = await readTarget(adapter, isWanted, options);
    return groupsByName(listed.filter(({ group }) => isWanted(group)));
  } catch (error) {
    throw SecurityGroupError.is(error) ? error.at({ target: target.name }) : error;
  }
}

/** The groups that were read with their rules, by name. */
export function groupsByName(listed: readonly ListedGroup[]): readonly ObservedGroup[] {
  const groups = listed.flatMap((entry) => (entry.rules === "listed" ? [entry.group] : []));
  return groups.toSorted((left, right) =>
    JSON.stringify([left.name, left.id]) < JSON.stringify([right.name, right.id]) ? -1 : 1,
  );
}
