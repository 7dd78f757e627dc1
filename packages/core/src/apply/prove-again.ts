import type { Adapter } from "../adapter/adapter.ts";
import { diffGroup } from "../diff/diff-group.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { retryRead } from "../operation/retry-call.ts";
import type { GroupChanges } from "../plan/group-changes.ts";
import type { TargetPlan } from "../plan/plan.ts";
import { proveWaves } from "../plan/prove/prove-waves.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import type { ApplyOptions } from "./apply.ts";
import { presentAfter } from "./expected-group.ts";
import { refuseUnproved } from "./refuse-unproved.ts";
import { findPlanned } from "./target-run.ts";

/**
 * Proves the waves of a plan against what stands, since a plan may come from a file: what it says of its own safety is not believed. Throws `unsafe-plan` for what
 * may interrupt traffic and nobody allowed, and `invalid-plan` for steps that do not lead to what the plan says.
 */
export async function proveAgain(
  plan: TargetPlan,
  observed: ObservedTarget,
  adapter: Adapter,
  { clock, signal }: Pick<ApplyOptions, "clock" | "signal">,
): Promise<void> {
  const { capabilities } = adapter;
  const changes = changesOf(plan, observed);
  try {
    const documented = proveWaves(changes, plan.waves, { capabilities, limits: capabilities.limits });
    const [unproved] = documented;
    if (unproved === undefined) return;
    const limits = await retryRead(() => adapter.readLimits(signal), { clock, signal });
    refuseUnproved({ ...plan, unproved: proveWaves(changes, plan.waves, { capabilities, limits }) });
  } catch (cause) {
    if (SecurityGroupError.is(cause)) throw cause;
    throw new SecurityGroupError("invalid-plan", "the plan's steps do not lead to what it says", {
      hint: "Make a new plan; a plan is not meant to be edited.",
      place: { target: plan.target },
      cause,
    });
  }
}

function changesOf(plan: TargetPlan, observed: ObservedTarget): readonly GroupChanges[] {
  return plan.groups.flatMap((group): GroupChanges[] => {
    const entry = findPlanned(group, observed);
    switch (group.action) {
      case "create":
        return [{ kind: "create", desired: presentAfter(group, new Map()) }];
      case "update": {
        if (entry === undefined) return [];
        const standing = requireRules(entry);
        const diff = diffGroup(standing, presentAfter(group, new Map()));
        return [{ kind: "update", observed: standing, diff, relabels: group.relabelled.length > 0 }];
      }
      case "delete":
        return entry === undefined ? [] : [{ kind: "delete", observed: requireRules(entry) }];
      case "keep":
      case "stay-absent":
        return [];
    }
  });
}
