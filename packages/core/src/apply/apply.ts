import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Clock } from "../operation/clock.ts";
import type { Plan, TargetPlan } from "../plan/plan.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import type { ApplyEvent } from "./apply-event.ts";
import type { ApplyReport } from "./apply-report.ts";
import { applyTarget, checkTarget } from "./apply-target.ts";

export interface ApplyOptions {
  /** The adapter of each target, by the target's name in the plan. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly clock: Clock;
  /** From 0 to 1, for jitter. Default: none. */
  readonly random?: (() => number) | undefined;
  /** An abort stops before the next write, and stops waiting. */
  readonly signal: AbortSignal;
  /** How long the cloud may take for one wave, in milliseconds. Default one hour. */
  readonly deadlineMs?: number | undefined;
  /** Remove even a large share of a group's rules. Default false. */
  readonly force?: boolean | undefined;
  /** What was read a moment ago, by target; spares the read that finds out whether the plan is stale. */
  readonly observed?: ReadonlyMap<string, ObservedTarget> | undefined;
  readonly onEvent?: ((event: ApplyEvent) => void) | undefined;
}

/**
 * Runs a plan: waves in their order, every operation awaited, each target read back at the end and compared with what was planned.
 *
 * Nothing is written when the plan is stale (`stale-plan`) or removes too large a share of a group's rules without `force`
 * (`unsafe-plan`); both are thrown. What goes wrong later is in the report, which says of every step what became of it. A
 * target stops at its first failure; the others go on.
 */
export async function apply(plan: Plan, options: ApplyOptions): Promise<ApplyReport> {
  if (!options.force) refuseUnsafe(plan);
  const targets = plan.targets.map((target) => ({ target, adapter: adapterOf(target, options) }));
  await Promise.all(targets.map(({ target, adapter }) => checkTarget(target, adapter, options)));
  const reports = await Promise.all(targets.map(({ target, adapter }) => applyTarget(target, adapter, options)));
  return { targets: reports };
}

function adapterOf(plan: TargetPlan, { adapters }: ApplyOptions): Adapter {
  const adapter = adapters.get(plan.target);
  if (adapter?.cloud === plan.cloud) return adapter;
  throw new SecurityGroupError("invalid-plan", `there is no ${plan.cloud} adapter for the target ${plan.target}`, {
    place: { target: plan.target },
  });
}

function refuseUnsafe(plan: Plan): void {
  for (const { target, groups } of plan.targets) {
    for (const group of groups) {
      if (group.action !== "update" || group.brake === undefined) continue;
      throw new SecurityGroupError(
        "unsafe-plan",
        `the plan removes ${group.brake.removed} of the group's ${group.brake.of} rules`,
        {
          hint: "Look at the plan again; if it is meant, apply with force (--force).",
          place: { target, group: group.key },
        },
      );
    }
  }
}
