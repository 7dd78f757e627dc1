import { applyChange } from "./apply-change.ts";
import type { Change } from "./change.ts";
import type { DatacenterState, RuleProperties } from "./datacenter-state.ts";
import { isSameRule } from "./rule/complete-rule.ts";

/**
 * The datacenter in the moment in which a rule that is updated is no longer what it was and not yet what it is to be. Undefined for
 * other changes, and for one of the name alone.
 */
export function gapInUpdate(
  before: DatacenterState,
  after: DatacenterState,
  change: Change,
): DatacenterState | undefined {
  if (change.kind !== "update-rule") return undefined;
  // What is spelt otherwise afterwards is the same rule all the same.
  if (Object.keys(change.properties).every((field) => field === "name")) return undefined;
  const { etag, at, groupId, ruleId } = change;
  const ruleIn = ({ groups }: DatacenterState): RuleProperties | undefined =>
    groups.get(groupId)?.rules.get(ruleId)?.properties;
  const [old, next] = [ruleIn(before), ruleIn(after)];
  if (old === undefined || next === undefined || isSameRule(old, next)) return undefined;
  return applyChange(before, { kind: "delete-rule", etag, at, groupId, ruleId });
}
