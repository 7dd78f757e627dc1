import { SecurityGroupError } from "../error/security-group-error.ts";
import { retryRead } from "../operation/retry-call.ts";
import type { GroupRequest } from "../plan/group-request.ts";
import type { TargetPlan } from "../plan/plan.ts";
import { planTarget } from "../plan/plan-target.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import { expectedGroup } from "./expected-group.ts";
import { arrange } from "./manner.ts";
import { refuseUnproved } from "./refuse-unproved.ts";
import type { TargetRun } from "./target-run.ts";

/**
 * What is left of a plan, planned from what the cloud holds now: the same groups are to be as the plan that was agreed to says.
 *
 * Throws what planning throws, and `unsafe-plan` when the way from here may interrupt traffic and nobody allowed that.
 */
export async function planAgain(run: TargetRun, observed: ObservedTarget): Promise<TargetPlan> {
  const { plan, adapter, options, created, before } = run;
  const { clock, signal } = options;
  const groups = plan.groups.map((group): GroupRequest => ({
    key: group.key,
    desired: expectedGroup(group, created, before.get(group.key)),
  }));
  const limits = await retryRead(() => adapter.readLimits(signal), { clock, signal });
  const target = { name: plan.target, location: plan.location, adapter, groups, guardrails: plan.guardrails };
  // Descriptions that are to stay as they are do not differ from what is expected.
  const next = await planTarget(target, observed, limits, { relabel: true }, signal);
  if (!options.allowInterruption) refuseUnproved(next);
  return arrange(next, run.manner);
}

/** Somebody else's changes are not overwritten. */
export function foreignChangesError(changes: readonly string[], cause?: SecurityGroupError): SecurityGroupError {
  return new SecurityGroupError("stale-plan", `somebody else changed what is being applied: ${changes.join("; ")}`, {
    hint: "Nothing more was sent. Make a new plan and look at it before applying.",
    cause,
  });
}
