import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Guardrail } from "../model/guardrail.ts";
import { createPlan } from "../plan/create-plan.ts";
import { isEmptyPlan, type Plan } from "../plan/plan.ts";
import { requestGroup, type UnwantedGroup, type WantedGroup } from "./wanted-group.ts";

/** A place and what its groups are to be. */
export interface WantedTarget {
  /** The target's name in plans, events and errors. Default: the cloud's name, such as `ionos`; two of one cloud need names. */
  readonly name?: string | undefined;
  readonly adapter: Adapter;
  /** Groups that are not listed are not touched. */
  readonly groups: readonly (WantedGroup | UnwantedGroup)[];
  /** What must hold in every state on the way. Default: nothing. */
  readonly guardrails?: readonly Guardrail[] | undefined;
}

/** What `plan` may do. */
export interface PlanningOptions {
  /** Change descriptions also where the cloud can only remove and add the rule for it. Default false. */
  readonly relabel?: boolean | undefined;
  /** Stops reading. Default: nothing does. */
  readonly signal?: AbortSignal | undefined;
}

/** A plan, with what it takes to apply it. */
export interface PreparedPlan {
  /** Plain data; survives JSON. */
  readonly plan: Plan;
  /** Whether nothing is to be written. */
  readonly isEmpty: boolean;
  /** Targets that could not be read and are not in the plan, each with why. Empty when all could. */
  readonly failed: readonly SecurityGroupError[];
  /** By the target's name. */
  readonly adapters: ReadonlyMap<string, Adapter>;
}

/**
 * Reads the targets and plans what leads to the groups that are wanted: the fewest writes that interrupt nothing. Writes nothing.
 *
 * Rejects with a `SecurityGroupError`: `invalid-document`, `unsupported`, `limit-exceeded`, `guardrail-broken` and others about what is wanted; what a cloud answered when
 * no target could be read; `aborted`. Several errors are one, with all in `related`.
 */
export async function plan(targets: readonly WantedTarget[], options: PlanningOptions = {}): Promise<PreparedPlan> {
  const { relabel, signal = new AbortController().signal } = options;
  const adapters = new Map<string, Adapter>();
  const asked = targets.map(({ name, adapter, groups, guardrails }) => {
    const known = name ?? adapter.cloud;
    if (adapters.has(known)) throw twiceNamed(known);
    adapters.set(known, adapter);
    return { name: known, location: {}, adapter, groups: groups.map(requestGroup), guardrails };
  });
  const [first] = targets;
  if (first === undefined) throw new SecurityGroupError("usage", "there is no target to plan");
  const { clock } = first.adapter.account;
  const made = await createPlan(asked, { relabel, clock, signal });
  return { plan: made.plan, isEmpty: isEmptyPlan(made.plan), failed: made.failed, adapters };
}

function twiceNamed(name: string): SecurityGroupError {
  return new SecurityGroupError("usage", `two targets have the name ${name}`, {
    hint: "Give each target a `name` of its own.",
    place: { target: name },
  });
}
