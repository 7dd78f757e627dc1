import { mapConcurrently } from "../adapter/map-concurrently.ts";
import { isCloudError } from "../error/is-cloud-error.ts";
import { joinErrors } from "../error/join-errors.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import type { Clock } from "../operation/clock.ts";
import { waitUntilQuiet } from "../operation/wait-until-quiet.ts";
import { listUnderWay } from "../operation/list-under-way.ts";
import type { Operation } from "../operation/operation.ts";
import { retryRead } from "../operation/retry-call.ts";
import type { GroupPlan, Plan, TargetPlan } from "./plan.ts";
import { planTarget, type PlanOptions, type PlanTarget } from "./plan-target.ts";
import { readTarget, type ObservedTarget } from "./read-target.ts";

/** A plan with what was read to make it, by target name. */
export interface PlanWithState {
  readonly plan: Plan;
  readonly observed: ReadonlyMap<string, ObservedTarget>;
  /** Why targets are not in the plan: their clouds could not be read, each with its target's name. Empty when all could. */
  readonly failed: readonly SecurityGroupError[];
}

/** What `createPlan` works with. */
export interface CreatePlanOptions extends PlanOptions {
  /** Whether to read a target only once its cloud is at work on none of its groups, so that the plan can be applied at once. Default false. */
  readonly awaitQuiet?: boolean | undefined;
  /** For the pauses between attempts of a read that failed for a passing reason. */
  readonly clock: Clock;
  /** From 0 to 1, for jitter. Default: none. */
  readonly random?: (() => number) | undefined;
  readonly signal: AbortSignal;
}

/** Between two reads of what has just been changed. */
const settlingMs = 10_000;
const mostSettlingReads = 6;

/** Targets that are read at the same time. */
const concurrentTargets = 4;

/**
 * Reads every target once and plans what leads to the desired groups. Writes nothing.
 *
 * One list read for each target and page; where a list is without rules, one read for each group that is needed. Limits are
 * asked for when something is to be added, since an account's are not always the documented ones. What is wrong on several targets is thrown together, in `related`;
 * a target whose cloud does not let itself be read is in `failed` and does not stop the others, unless all of them are.
 */
export async function createPlan(targets: readonly PlanTarget[], options: CreatePlanOptions): Promise<PlanWithState> {
  const observed = new Map<string, ObservedTarget>();
  const results = await mapConcurrently(concurrentTargets, targets, async (target) => {
    try {
      const state = await readState(target, options);
      observed.set(target.name, state);
      return await planWithinLimits(target, state, options);
    } catch (error) {
      if (!SecurityGroupError.is(error) || error.code === "aborted") throw error;
      return error.at({ target: target.name });
    }
  });
  const errors = results.filter((result) => SecurityGroupError.is(result));
  const plans = results.flatMap((result) => (SecurityGroupError.is(result) ? [] : [result]));
  if (plans.length < targets.length && (plans.length === 0 || !errors.every(isCloudError))) {
    throw joinErrors(errors.flatMap((error) => (error.related.length > 0 ? error.related : [error])));
  }
  return { plan: { format: "secgroup-plan/1", targets: plans }, observed, failed: errors };
}

/** What stands on a target, read while its cloud is at work on none of the groups where that is asked for. */
async function readState(target: PlanTarget, options: CreatePlanOptions): Promise<ObservedTarget> {
  const { adapter } = target;
  const isWanted = wantedBy(target);
  const read = (): Promise<ObservedTarget> => readTarget(adapter, isWanted, options);
  // Before the read: what ends between the two is in what is read.
  const underWay = options.awaitQuiet ? await listUnderWay(adapter, { ...options, isOptional: true }) : [];
  const state = await read();
  if (underWay.length === 0) return state;
  const concerns = ({ groupId }: Operation): boolean => {
    const known = state.find(({ group }) => group.id === groupId);
    return known === undefined || isWanted(known.group);
  };
  await waitUntilQuiet(adapter, { ...options, isOptional: true, concerns });
  return readSettled(read, options);
}

/** Reads may lag behind what has just ended: two of them that are some seconds apart must agree. */
async function readSettled(
  read: () => Promise<ObservedTarget>,
  { clock, signal }: CreatePlanOptions,
): Promise<ObservedTarget> {
  let before = await read();
  for (let reads = 1; ; reads++) {
    await throwIfAborted(clock.sleep(settlingMs, signal), signal);
    const after = await read();
    if (reads === mostSettlingReads || JSON.stringify(before) === JSON.stringify(after)) return after;
    before = after;
  }
}

/** Which groups must be read with their rules: those of the document, and all when one is to go that others may refer to. */
function wantedBy({
  groups,
}: Pick<PlanTarget, "groups">): (group: { readonly id: string; readonly name: string }) => boolean {
  if (groups.some(({ desired }) => desired.ensure === "absent")) return () => true;
  return ({ id, name }) =>
    groups.some(({ desired }) => (desired.id === undefined ? desired.name === name : desired.id === id));
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
