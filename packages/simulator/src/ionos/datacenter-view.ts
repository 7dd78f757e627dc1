import { groupOf, type Change } from "./change.ts";
import type { DatacenterState, GroupState, RuleState } from "./datacenter-state.ts";
import type { IonosQuirks } from "./ionos-quirks.ts";
import { notFound } from "./ionos-refusal.ts";

/** A datacenter as answers tell it, with what is pending in it. */
export interface DatacenterView {
  readonly state: DatacenterState;
  readonly isBusy: boolean;
  isGroupBusy(groupId: string): boolean;
  isRuleBusy(groupId: string, ruleId: string): boolean;
  isServerBusy(serverId: string): boolean;
  /** Groups and rules that a pending request deletes. */
  readonly leaving: ReadonlySet<string>;
}

/** The state with what is pending; the quirk `busyScope` says how far a request on one object reaches. */
export function createView(
  state: DatacenterState,
  changes: readonly Change[],
  scope: IonosQuirks["busyScope"],
): DatacenterView {
  const isBusy = changes.length > 0;
  const isAllBusy = isBusy && scope === "datacenter";
  const groups = new Set(
    changes.flatMap((change) => (scope === "object" && ruleOf(change) !== undefined ? [] : (groupOf(change) ?? []))),
  );
  const rules = new Set(changes.flatMap((change) => ruleOf(change) ?? []));
  const servers = new Set(changes.flatMap((change) => (change.kind === "attach" ? [change.serverId] : [])));
  return {
    state,
    isBusy,
    isGroupBusy: (groupId) => isAllBusy || groups.has(groupId),
    isRuleBusy: (groupId, ruleId) => isAllBusy || (scope === "object" ? rules.has(ruleId) : groups.has(groupId)),
    isServerBusy: (serverId) => isAllBusy || servers.has(serverId),
    leaving: new Set(
      changes.flatMap((change) => {
        if (change.kind === "delete-rule") return [change.ruleId];
        return change.kind === "delete-group" ? [change.groupId] : [];
      }),
    ),
  };
}

/** Throws a 404. */
export function groupOfView({ state }: DatacenterView, groupId: string): GroupState {
  const group = state.groups.get(groupId);
  if (group === undefined) throw notFound();
  return group;
}

/** Throws a 404. */
export function ruleOfGroup({ rules }: GroupState, ruleId: string): RuleState {
  const rule = rules.get(ruleId);
  if (rule === undefined) throw notFound();
  return rule;
}

function ruleOf(change: Change): string | undefined {
  if (change.kind === "create-rule") return change.rule.id;
  return change.kind === "update-rule" || change.kind === "delete-rule" ? change.ruleId : undefined;
}
