import { readTarget, SecurityGroupError, type ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import type { OpenTarget } from "./open-target.ts";

/** Every group of a target with its rules, by name. What went wrong is thrown with the target's name. */
export async function readGroups(
  { target, adapter }: OpenTarget,
  options: Pick<Context, "clock" | "signal">,
): Promise<readonly ObservedGroup[]> {
  try {
    const listed = await readTarget(adapter, () => true, options);
    const groups = listed.flatMap((entry) => (entry.rules === "listed" ? [entry.group] : []));
    return groups.toSorted((left, right) =>
      JSON.stringify([left.name, left.id]) < JSON.stringify([right.name, right.id]) ? -1 : 1,
    );
  } catch (error) {
    throw SecurityGroupError.is(error) ? error.at({ target: target.name }) : error;
  }
}
