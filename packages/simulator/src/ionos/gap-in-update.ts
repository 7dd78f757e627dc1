import { applyChange } from "./apply-change.ts";
import type { Change } from "./change.ts";
import type { DatacenterState, RuleProperties } from "./datacenter-state.ts";
import { isSameInForce } from "./rule/is-same-in-force.ts";

/**
 * The datacenter in the moment in which a rule that is updated is no longer what it was and not yet what it is to be. Undefined for
 * other changes, and for one of the name or the spelling alone.
 */
export function gapInUpdate(
  before: DatacenterState,
  after: DatacenterState,
  change: Change,
): DatacenterState | undefined {
  if (change.kind !== "update-rule") return undefined;
  const { etag, at, groupId, ruleId } = change;
  const ruleIn = ({ groups }: DatacenterState): RuleProperties | undefined =>
    groups.get(groupId)?.rules.get(ruleId)?.properties;
  const [old, next] = [ruleIn(before), ruleIn(after)];
  if (old === undefined || next === undefined || isSameInForce(old, next)) return undefined;
  return applyChange(before, { kind: "delete-rule", etag, at, groupId, ruleId });
}
