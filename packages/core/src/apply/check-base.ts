import { SecurityGroupError } from "../error/security-group-error.ts";
import { fingerprintGroup } from "../plan/fingerprint-group.ts";
import type { GroupPlan, TargetPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import type { ListedGroup } from "../model/group.ts";

/** Throws `stale-plan` when a group that the plan builds on is not as it was when the plan was made. */
export async function checkBase(plan: TargetPlan, observed: ObservedTarget): Promise<void> {
  for (const group of plan.groups) {
    const entry = findPlanned(group, observed);
    if ((await fingerprintGroup(entry && requireRules(entry))) !== group.base) {
      throw new SecurityGroupError("stale-plan", `the group ${group.name} has changed since the plan was made`, {
        hint: "Make a new plan and look at it before applying.",
        place: { target: plan.target, group: group.key },
      });
    }
  }
}

/** The group that a plan speaks of, among those read: by id, or by name for those that did not exist. */
export function findPlanned(group: GroupPlan, observed: ObservedTarget): ListedGroup | undefined {
  return "id" in group
    ? observed.find((entry) => entry.group.id === group.id)
    : observed.find((entry) => entry.group.name === group.name);
}
