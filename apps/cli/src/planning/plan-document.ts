import type { Configuration, PlacedGroup } from "@secgroup/config";
import {
  createPlan,
  type Adapter,
  type Guardrail,
  type ObservedTarget,
  type Plan,
  type PlanTarget,
  type PlanWithState,
  type SecurityGroupError,
} from "@secgroup/core";
import type { Context } from "../context.ts";
import { whileReading } from "../progress/while-reading.ts";
import { locate } from "../targets/locate-target.ts";
import { openTargets, type OpenTarget } from "../targets/open-target.ts";
import { countPlan, type TargetCounts } from "./plan-counts.ts";

/** A plan with all that it takes to show and to apply it. */
export interface DocumentPlan {
  readonly plan: Plan;
  readonly observed: ReadonlyMap<string, ObservedTarget>;
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly counts: readonly TargetCounts[];
  /** Why targets are not in the plan: their clouds could not be read. */
  readonly failed: readonly SecurityGroupError[];
}

export interface PlanningOptions {
  readonly relabel?: boolean | undefined;
  /** Changes groups before they are planned. Default: as the document has them. */
  readonly prepare?: ((group: PlacedGroup) => PlacedGroup) | undefined;
  /** Whether to refuse a plan that breaks the document's guardrails. Default true. */
  readonly guarded?: boolean | undefined;
  /** Whether the plan is to be applied at once: the clouds are then read when they are at work on none of the groups. Default false. */
  readonly awaitQuiet?: boolean | undefined;
}

/** Reads every target that has groups and plans it. Writes nothing. */
export async function planDocument(
  configuration: Configuration,
  context: Pick<Context, "clock" | "environment" | "every" | "fetch" | "random" | "signal" | "stderr">,
  { relabel, prepare = (group) => group, guarded = true, awaitQuiet }: PlanningOptions = {},
): Promise<DocumentPlan> {
  const groups = configuration.groups.map(prepare);
  const used = configuration.targets.filter(({ name }) => groups.some((group) => group.target === name));
  const open = openTargets(used, context);
  const targets = open.map(({ target, adapter }): PlanTarget => ({
    name: target.name,
    location: locate(target),
    adapter,
    groups: groups.filter((group) => group.target === target.name),
    guardrails: guarded ? guardrailsOn(target.name, configuration) : [],
  }));
  const made = await makePlan(targets, { relabel, awaitQuiet }, context, open);
  const reads = new Map(open.map(({ target, calls }) => [target.name, calls()]));
  return {
    ...made,
    adapters: new Map(open.map(({ target, adapter }) => [target.name, adapter])),
    counts: countPlan(made.plan, (target) => reads.get(target) ?? 0),
  };
}

/** The calls to all targets so far. */
export function sumCalls(open: readonly OpenTarget[]): number {
  return open.reduce((sum, { calls }) => sum + calls(), 0);
}

/** Core's plan, while people are told what is being read. */
export function makePlan(
  targets: readonly PlanTarget[],
  options: Pick<PlanningOptions, "relabel" | "awaitQuiet">,
  context: Pick<Context, "clock" | "every" | "random" | "signal" | "stderr">,
  open: readonly OpenTarget[],
): Promise<PlanWithState> {
  const { clock, random, signal } = context;
  const names = targets.map(({ name }) => name);
  return whileReading(
    names,
    context,
    () => createPlan(targets, { ...options, clock, random, signal }),
    () => sumCalls(open),
  );
}

function guardrailsOn(target: string, { guardrails }: Configuration): readonly Guardrail[] {
  return guardrails.flatMap((placed) => (placed.target === target ? [placed.guardrail] : []));
}
