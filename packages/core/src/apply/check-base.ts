import { SecurityGroupError } from "../error/security-group-error.ts";
import { fingerprintGroup } from "../plan/fingerprint-group.ts";
import type { TargetPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import { findPlanned } from "./target-run.ts";

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
