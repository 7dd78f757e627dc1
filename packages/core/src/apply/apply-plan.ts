import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { isCloudError } from "../error/is-cloud-error.ts";
import type { Clock } from "../operation/clock.ts";
import type { Plan, TargetPlan } from "../plan/plan.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import type { ApplyEvent } from "./apply-event.ts";
import type { ApplyReport, TargetReport } from "./apply-report.ts";
import { applyTarget, checkTarget, recordGroups } from "./apply-target.ts";
import type { Journal } from "./journal.ts";
import { asPlanned } from "./manner.ts";
import { keepJournal } from "./keep-journal.ts";
import { refuseUnproved } from "./refuse-unproved.ts";

/** What `applyPlan` works with, and what it may do. */
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
  /**
   * What the plan was made from, by target, when that was a moment ago and the clouds were quiet (`createPlan` with `awaitQuiet`); spares the reads that
   * find out whether the plan is stale.
   */
  readonly observed?: ReadonlyMap<string, ObservedTarget> | undefined;
  /** Default: none is kept, and nobody can go on after a crash but by a new plan. */
  readonly journal?: Journal | undefined;
  readonly onEvent?: ((event: ApplyEvent) => void) | undefined;
}

/**
 * Runs a plan: waves in their order, every operation awaited, each wave read back before the next, and each target compared with what was planned
 * at the end.
 *
 * Nothing is written when the plan is stale (`stale-plan`), removes too large a share of a group's rules without `force`, or may
 * interrupt traffic without `allowInterruption` (`unsafe-plan`); all are thrown. What goes wrong later is in the report, which says of every step what became of it. A
 * target stops at its first failure; the others go on, also when one of them cannot even be read.
 *
 * A write whose answer is lost is never repeated: once the cloud is quiet the target is read, and what is left is planned again. Throws `journal-unusable`
 * when the journal cannot be begun.
 */
export async function applyPlan(plan: Plan, options: ApplyOptions): Promise<ApplyReport> {
  if (!options.force) refuseUnsafe(plan);
  if (!options.allowInterruption) for (const target of plan.targets) refuseUnproved(target);
  const targets = plan.targets.map((target) => ({ plan: target, adapter: adapterOf(target, options) }));
  const checked = await Promise.all(
    targets.map(async ({ plan: target, adapter }) => {
      try {
        return { plan: target, adapter, before: recordGroups(target, await checkTarget(target, adapter, options)) };
      } catch (error) {
        if (!SecurityGroupError.is(error) || !(error.code === "aborted" || isCloudError(error))) throw error;
        return { plan: target, error: error.at({ target: target.target }) };
      }
    }),
  );
  const journal = keepJournal(options.journal);
  await journal.write({
    kind: "begun",
    format: "secgroup-journal/1",
    at: options.clock.now(),
    plan,
    before: checked.map((target) => ({
      target: target.plan.target,
      groups: [...(target.before ?? [])].map(([key, group]) => ({ key, group: group ?? null })),
    })),
  });
  const reports = await Promise.all(
    checked.map(async (target) =>
      target.before === undefined
        ? unreadable(target.plan, target.error, options)
        : applyTarget({ ...target, options, journal, created: new Map(), manner: asPlanned(), sent: 0 }),
    ),
  );
  await journal.note({ kind: "ended-all", at: options.clock.now() });
  return { targets: reports };
}

/** The report of a target that could not be looked at, or was not before an abort, so that nothing was written to it. */
function unreadable(plan: TargetPlan, error: SecurityGroupError, { clock, onEvent }: ApplyOptions): TargetReport {
  const { target } = plan;
  onEvent?.({ kind: "target-started", target, at: clock.now(), steps: 0 });
  onEvent?.({ kind: "target-ended", target, at: clock.now(), converged: false });
  return { target, steps: plan.waves.flat().map((step) => ({ step, status: "not-done" })), error };
}

/** The adapter of a target. Throws `invalid-plan` when there is none of its cloud. */
export function adapterOf(plan: TargetPlan, { adapters }: Pick<ApplyOptions, "adapters">): Adapter {
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
