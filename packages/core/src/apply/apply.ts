import type { Adapter } from "../adapter/adapter.ts";
import { describePacket } from "../describe/describe-packet.ts";
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
  /** Run also steps of which the plan does not prove that they interrupt nothing. Default false. */
  readonly allowInterruption?: boolean | undefined;
  /** What was read a moment ago, by target; spares the read that finds out whether the plan is stale. */
  readonly observed?: ReadonlyMap<string, ObservedTarget> | undefined;
  readonly onEvent?: ((event: ApplyEvent) => void) | undefined;
}

/**
 * Runs a plan: waves in their order, every operation awaited, each target read back at the end and compared with what was planned.
 *
 * Nothing is written when the plan is stale (`stale-plan`), removes too large a share of a group's rules without `force`, or may
 * interrupt traffic without `allowInterruption` (`unsafe-plan`); all are thrown. What goes wrong later is in the report, which says of every step what became of it. A
 * target stops at its first failure; the others go on.
 */
export async function apply(plan: Plan, options: ApplyOptions): Promise<ApplyReport> {
  if (!options.force) refuseUnsafe(plan);
  if (!options.allowInterruption) refuseUnproved(plan);
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

function refuseUnproved(plan: Plan): void {
  for (const { target, unproved } of plan.targets) {
    const [first] = unproved;
    if (first === undefined) continue;
    const step = `step ${first.step + 1} of wave ${first.wave + 1}`;
    const what =
      first.reason === "interrupts"
        ? `${step} may interrupt ${describePacket(first.packet)}`
        : `${step} may bring the group to ${first.rules} rules, the most is ${first.limit}`;
    const more = unproved.length > 1 ? `, and ${unproved.length - 1} more` : "";
    throw new SecurityGroupError("unsafe-plan", `the plan cannot promise that nothing is interrupted: ${what}${more}`, {
      hint: "Look at the plan again; if that may be, apply with --allow-interruption.",
      place: { target, group: first.group },
    });
  }
}
