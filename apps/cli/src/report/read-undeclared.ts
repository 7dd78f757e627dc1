import type { Configuration, Target } from "@secgroup/config";
import { mapConcurrently, SecurityGroupError, type ListedGroup, type ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import type { DocumentPlan } from "../planning/plan-document.ts";
import { whileReading } from "../progress/while-reading.ts";
import { createAccounts } from "../targets/accounts.ts";
import { openTarget } from "../targets/open-target.ts";
import { groupsByName, readGroups } from "../targets/read-groups.ts";
import { createImpatientClock } from "./impatient-clock.ts";

/** What stands on one target beside a document. */
export interface Undeclared {
  readonly target: Target;
  /** The groups that the document does not name, by name; none where they could not be read. */
  readonly groups: readonly ObservedGroup[];
  /** Why they could not be read, with the target's name. */
  readonly error?: SecurityGroupError | undefined;
}

/** Targets that are read at the same time. */
const concurrentTargets = 4;
/** How long anything may wait at a time for what the plan does not need. */
const longestWaitMs = 10_000;

/**
 * The groups that stand on the document's targets and that it does not name, in the targets' order, without those that could not be
 * planned. What was read for the plan is not read again, unless the cloud's list told no rules of such a group; a target that
 * the document has no group on is read here for the first time. A read that fails takes nothing from the plan.
 */
export async function readUndeclared(
  { targets }: Pick<Configuration, "targets">,
  { plan, observed, adapters, failed }: Pick<DocumentPlan, "plan" | "observed" | "adapters" | "failed">,
  context: Pick<Context, "clock" | "environment" | "every" | "fetch" | "random" | "signal" | "stderr">,
): Promise<readonly Undeclared[]> {
  const accountOf = createAccounts(context, longestWaitMs);
  const patience = { clock: createImpatientClock(context.clock, longestWaitMs), signal: context.signal };
  const planned = targets.filter(({ name }) => !failed.some(({ place }) => place.target === name));
  return mapConcurrently(concurrentTargets, planned, async (target): Promise<Undeclared> => {
    const { name, cloud } = target;
    const declared = plan.targets.find((one) => one.target === name)?.groups ?? [];
    const ids = new Set(declared.flatMap((group) => ("id" in group ? [group.id] : [])));
    const isUndeclared = ({ id }: ListedGroup["group"]): boolean => !ids.has(id);
    const known = observed.get(name)?.filter(({ group }) => isUndeclared(group));
    if (known?.every(({ rules }) => rules === "listed")) return { target, groups: groupsByName(known) };
    try {
      const adapter = adapters.get(name) ?? openTarget(target, context, accountOf(cloud)).adapter;
      const read = () => readGroups({ target, adapter }, patience, isUndeclared);
      return { target, groups: await whileReading([name], context, read) };
    } catch (error) {
      if (!SecurityGroupError.is(error) || error.code === "aborted") throw error;
      return { target, groups: [], error };
    }
  });
}
