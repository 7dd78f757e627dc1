import type { Change } from "./change.ts";
import type { DatacenterView } from "./datacenter-view.ts";
import type { IonosQuirks } from "./ionos-quirks.ts";
import { invalid, notFound } from "./ionos-refusal.ts";

/** A change without version and time. */
export type Unstamped<Kind> = Kind extends Change ? Omit<Kind, "etag" | "at"> : never;

const statuses = { "409": 409, "422": 422, "423": 423 } as const;

/** Throws what the quirks say for a write to something on which another is pending. */
export function refusePending(
  { writesWhileBusy, writesWhileLeaving }: IonosQuirks,
  view: DatacenterView,
  change: Unstamped<Change>,
): void {
  if (writesWhileLeaving !== "queued" && isLeaving(view, change)) {
    if (writesWhileLeaving === "404") throw notFound();
    throw invalid(["[(root)] Operation cannot be executed since the resource is marked for deletion"], "200");
  }
  if (writesWhileBusy !== "queued" && isBusy(view, change))
    throw invalid(["[(root)] The resource is busy"], "100", statuses[writesWhileBusy]);
}

function isLeaving({ leaving }: DatacenterView, change: Unstamped<Change>): boolean {
  return (
    ("groupId" in change && leaving.has(change.groupId)) ||
    ("ruleId" in change && leaving.has(change.ruleId)) ||
    (change.kind === "attach" && change.groupIds.some((id) => leaving.has(id)))
  );
}

function isBusy(view: DatacenterView, change: Unstamped<Change>): boolean {
  switch (change.kind) {
    case "create-group":
      // Nothing but the datacenter is there that could be busy.
      return view.isGroupBusy(change.group.id);
    case "update-group":
    case "delete-group":
    case "create-rule":
      return view.isGroupBusy(change.groupId);
    case "update-rule":
    case "delete-rule":
      return view.isRuleBusy(change.groupId, change.ruleId);
    case "attach":
      return view.isServerBusy(change.serverId);
    case "update-datacenter":
      return view.isBusy;
  }
}
