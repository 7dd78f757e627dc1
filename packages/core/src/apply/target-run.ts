import type { Adapter } from "../adapter/adapter.ts";
import type { ListedGroup, ObservedGroup } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import type { GroupPlan, TargetPlan } from "../plan/plan.ts";
import { readTarget, type ObservedTarget } from "../plan/read-target.ts";
import type { ApplyOptions } from "./apply-plan.ts";
import type { Manner } from "./manner.ts";
import type { KeptJournal } from "./keep-journal.ts";

/** One target while its plan is carried out. */
export interface TargetRun {
  /** The plan that was agreed to. */
  readonly plan: TargetPlan;
  readonly adapter: Adapter;
  readonly options: ApplyOptions;
  readonly journal: KeptJournal;
  /** What the groups of the plan were before the first write, by key; `undefined` for those that did not exist. */
  readonly before: ReadonlyMap<string, ObservedGroup | undefined>;
  /** Ids of the groups that the plan creates, by name, as far as they are known; grows. */
  readonly created: Map<string, GroupId>;
  readonly manner: Manner;
  /** The number of writes that were about to be sent so far. */
  sent: number;
}

/** Reads what the plan speaks of, new groups by their names. */
export function readPlanned(
  plan: TargetPlan,
  adapter: Adapter,
  { clock, signal }: Pick<ApplyOptions, "clock" | "signal">,
): Promise<ObservedTarget> {
  const ids = new Set<string>(plan.groups.flatMap((group) => ("id" in group ? [group.id] : [])));
  const names = new Set(plan.groups.map((group) => group.name));
  const isPlanned = (group: { readonly id: string; readonly name: string }): boolean =>
    ids.has(group.id) || names.has(group.name);
  return readTarget(adapter, isPlanned, { clock, signal });
}

/** The group that a plan speaks of, among those read: by id where one is known, or by name. */
export function findPlanned(
  group: GroupPlan,
  observed: ObservedTarget,
  created: ReadonlyMap<string, GroupId> = new Map(),
): ListedGroup | undefined {
  const id = "id" in group ? group.id : created.get(group.name);
  return id === undefined
    ? observed.find((entry) => entry.group.name === group.name)
    : observed.find((entry) => entry.group.id === id);
}
