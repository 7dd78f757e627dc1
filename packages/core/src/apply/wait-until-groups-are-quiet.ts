import type { Adapter } from "../adapter/adapter.ts";
import type { GroupId } from "../model/rule.ts";
import { waitUntilQuiet } from "../operation/wait-until-quiet.ts";
import type { TargetPlan } from "../plan/plan.ts";
import type { ApplyOptions } from "./apply-plan.ts";

/** Waits until the cloud is at work on none of a plan's groups. Answers whether there was anything to wait for. */
export function waitUntilGroupsAreQuiet(
  plan: TargetPlan,
  adapter: Adapter,
  { clock, signal, random, deadlineMs, onEvent }: ApplyOptions,
  created: ReadonlyMap<string, GroupId>,
  isOptional = false,
): Promise<boolean> {
  const ids = new Set<string>([
    ...plan.groups.flatMap((group) => ("id" in group ? [group.id] : [])),
    ...created.values(),
  ]);
  // Until the id of a new group is known, any group may be it.
  const isExpecting = plan.groups.some(({ action, name }) => action === "create" && !created.has(name));
  return waitUntilQuiet(adapter, {
    clock,
    signal,
    random,
    deadlineMs,
    isOptional,
    concerns: ({ groupId }) => groupId === undefined || isExpecting || ids.has(groupId),
    onWaiting: (operations) =>
      onEvent?.({ kind: "waiting-until-quiet", target: plan.target, at: clock.now(), operations }),
  });
}
