import { ApiError, conflict, notFound } from "./api-error.ts";
import type { StoredRule } from "./compare-rules.ts";
import type { GroupRecord, PortRecord, ProjectRecord } from "./gcore-records.ts";
import type { RuleContent } from "./rule-content.ts";

/** Throws ConflictError when the name is not free for this group to take. */
export function checkName(group: GroupRecord, name: string): void {
  if (name === group.name) return;
  if (isDefault(group.name)) throw conflict("Updating default security group not allowed.");
  refuseSecondDefault(group.project, name);
}

/** Throws ConflictError for a second group with the name `default`; every other name may be used again. */
export function refuseSecondDefault(project: ProjectRecord, name: string): void {
  const taken = isDefault(name) && [...project.groups.values()].some((group) => isDefault(group.name));
  if (taken) throw conflict("Default security group already exists.");
}

/** Throws NotFoundError for a remote group that is not in the project and region. */
export function checkRemoteGroup(project: ProjectRecord, { remote_group_id: id }: RuleContent): void {
  if (id !== null && !project.groups.has(id)) throw notFound(`Security group ${id} does not exist`);
}

/** Throws QuotaLimitExceed when the group holds as many rules as it may; the maximum is that of "Update security group". */
export function checkRoom(group: GroupRecord): void {
  if (group.rules.length < 250) return;
  throw new ApiError(400, "QuotaLimitExceed", `Security group ${group.id} already has 250 rules`);
}

/** Throws NotFoundError when the group has no such rule. */
export function findRule(group: GroupRecord, ruleId: string): StoredRule {
  const rule = group.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw notFound(`Security group rule ${ruleId} does not exist`);
  return rule;
}

/** The ports that carry the group. */
export const portsOf = (group: GroupRecord): readonly PortRecord[] =>
  [...group.project.ports.values()].filter(({ groupIds }) => groupIds.includes(group.id));

/** Throws NotFoundError for a group that was deleted, as can happen while a task that is to change it is waiting. */
export function checkExists(group: GroupRecord): void {
  if (!group.project.groups.has(group.id)) throw notFound(`Security group ${group.id} does not exist`);
}

/** Whether this is the name of the project's default group, which OpenStack Neutron compares without regard to case. */
export const isDefault = (name: string): boolean => name.toLowerCase() === "default";
