import { mapConcurrently, readTarget, SecurityGroupError, type ListedGroup, type ObservedTarget } from "@secgroup/core";
import type { Context } from "../context.ts";
import { whileReading } from "../progress/while-reading.ts";
import { throwTogether } from "./collect-errors.ts";
import type { OpenTarget } from "./open-target.ts";

/** Targets that are read at the same time. */
const concurrentTargets = 4;

/**
 * What stands on several targets, by name; the wanted groups with their rules. What went wrong is thrown with the target's name, that of
 * several together.
 */
export async function readTargets(
  open: readonly OpenTarget[],
  isWanted: (group: ListedGroup["group"], target: string) => boolean,
  context: Pick<Context, "clock" | "every" | "signal" | "stderr">,
): Promise<ReadonlyMap<string, ObservedTarget>> {
  const names = open.map(({ target }) => target.name);
  const results = await whileReading(names, context, () =>
    mapConcurrently(concurrentTargets, open, async ({ target: { name }, adapter }) => {
      try {
        return [name, await readTarget(adapter, (group) => isWanted(group, name), context)] as const;
      } catch (error) {
        if (!SecurityGroupError.is(error) || error.code === "aborted") throw error;
        return error.at({ target: name });
      }
    }),
  );
  throwTogether(results.filter((result) => SecurityGroupError.is(result)));
  return new Map(results.flatMap((result) => (SecurityGroupError.is(result) ? [] : [result])));
}
