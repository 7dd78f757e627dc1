import { groupOf, type Change } from "./change.ts";
import type { DatacenterState, GroupState } from "./datacenter-state.ts";
import { describeUsers } from "./group-users.ts";
import type { IonosSettings } from "./ionos-options.ts";
import { describeExcess } from "./limit.ts";
import { isSameRule } from "./rule/complete-rule.ts";

/**
 * Why a request fails at its end; undefined when it does not. Limits hold here as well where calls that exceed them are refused at
 * once: what a call was accepted on the strength of may have failed meanwhile.
 */
export function refuseAtEnd(
  { quirks, limits }: IonosSettings,
  before: DatacenterState,
  after: DatacenterState,
  change: Change,
): string | undefined {
  if (quirks.deleteInUse === "fails" && change.kind === "delete-group") return describeUsers(before, change.groupId);
  const group = after.groups.get(groupOf(change) ?? "");
  if (quirks.duplicateRules === "fails" && group !== undefined && hasDuplicate(group, newRules(change)))
    return "The same rule exists in the security group";
  const isLarger = group !== undefined && group.rules.size > (before.groups.get(group.id)?.rules.size ?? 0);
  return (
    (after.groups.size > before.groups.size
      ? describeExcess(limits, "securityGroupsPerVdc", after.groups.size)
      : undefined) ??
    (isLarger ? describeExcess(limits, "rulesPerSecurityGroup", group.rules.size) : undefined) ??
    (change.kind === "attach" ? describeExcess(limits, "securityGroupsPerResource", change.groupIds.length) : undefined)
  );
}

/** Ids of the rules that the change brings or updates. */
function newRules(change: Change): ReadonlySet<string> {
  switch (change.kind) {
    case "create-group":
      return new Set(change.group.rules.keys());
    case "update-group":
      return new Set(change.rules?.map(({ id }) => id));
    case "create-rule":
      return new Set([change.rule.id]);
    case "update-rule":
      return new Set([change.ruleId]);
    case "delete-rule":
    case "delete-group":
    case "attach":
    case "update-datacenter":
      return new Set();
  }
}

function hasDuplicate({ rules }: GroupState, ids: ReadonlySet<string>): boolean {
  const all = [...rules.values()];
  return all.some(
    (rule) => ids.has(rule.id) && all.some((other) => other !== rule && isSameRule(rule.properties, other.properties)),
  );
}
