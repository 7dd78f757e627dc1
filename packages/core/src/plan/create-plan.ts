import { mapConcurrently } from "../adapter/map-concurrently.ts";
import { joinErrors } from "../error/join-errors.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Clock } from "../operation/clock.ts";
import { retryRead } from "../operation/retry-call.ts";
import type { GroupPlan, Plan, TargetPlan } from "./plan.ts";
import { planTarget, type PlanOptions, type PlanTarget } from "./plan-target.ts";
import { readTarget, type ObservedTarget } from "./read-target.ts";

/** A plan with what was read to make it, by target name. */
export interface PlanWithState {
  readonly plan: Plan;
  readonly observed: ReadonlyMap<string, ObservedTarget>;
}

export interface CreatePlanOptions extends PlanOptions {
  /** For the pauses between attempts of a read that failed for a passing reason. */
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Targets that are read at the same time. */
const concurrentTargets = 4;

/**
 * Reads every target once and plans what leads to the desired groups. Writes nothing.
 *
 * One list read for each target and page; where a list is without rules, one read for each group that is needed. Limits are
 * asked for when something is to be added, since an account's are not always the documented ones. What is wrong on several targets is thrown together, in `related`.
 */
export async function createPlan(targets: readonly PlanTarget[], options: CreatePlanOptions): Promise<PlanWithState> {
  const observed = new Map<string, ObservedTarget>();
  const results = await mapConcurrently(concurrentTargets, targets, async (target) => {
    try {
      const state = await readTarget(target.adapter, wantedBy(target), options);
      observed.set(target.name, state);
      return await planWithinLimits(target, state, options);
    } catch (error) {
      if (!SecurityGroupError.is(error) || error.code === "aborted") throw error;
      return error.at({ target: target.name });
    }
  });
  const errors = results.filter((result) => SecurityGroupError.is(result));
  if (errors.length > 0) {
    throw joinErrors(errors.flatMap((error) => (error.related.length > 0 ? error.related : [error])));
  }
  const plans = results.flatMap((result) => (SecurityGroupError.is(result) ? [] : [result]));
  return { plan: { format: "secgroup-plan/1", targets: plans }, observed };
}

/** Which groups must be read with their rules: those of the document, and all when one is to go that others may refer to. */
function wantedBy({
  groups,
}: Pick<PlanTarget, "groups">): (group: { readonly id: string; readonly name: string }) => boolean {
  if (groups.some(({ desired }) => desired.ensure === "absent")) return () => true;
  const ids = new Set(groups.map(({ desired }) => desired.id));
  const names = new Set(groups.flatMap(({ desired }) => (desired.id === undefined ? [desired.name] : [])));
  return ({ id, name }) => names.has(name) || [...ids].some((wanted) => wanted === id);
}

/**
 * Plans with the documented limits and, when that brings rules or groups or comes upon a limit, once more with those in force if they differ: a plan
 * that adds nothing needs no read of them.
 */
async function planWithinLimits(
  target: PlanTarget,
  state: ObservedTarget,
  options: CreatePlanOptions,
): Promise<TargetPlan> {
  const { adapter } = target;
  const documented = adapter.capabilities.limits;
  const plan = await planTarget(target, state, documented, options, options.signal).catch(exceededLimit);
  if (!SecurityGroupError.is(plan) && !plan.groups.some(isAdding)) return plan;
  const live = await retryRead(() => adapter.readLimits(options.signal), options);
  const isDocumented =
    live.rulesPerGroup === documented.rulesPerGroup && live.groupsPerTarget === documented.groupsPerTarget;
  if (!isDocumented) return planTarget(target, state, live, options, options.signal);
  if (SecurityGroupError.is(plan)) throw plan;
  return plan;
}

/** The error when a limit is among what is wrong; throws any other. */
function exceededLimit(error: unknown): SecurityGroupError {
  const isExceeded =
    SecurityGroupError.is(error) && [error, ...error.related].some(({ code }) => code === "limit-exceeded");
  if (!isExceeded) throw error;
  return error;
}

function isAdding(group: GroupPlan): boolean {
  return "added" in group && (group.action === "create" || group.added.length > 0);
}
