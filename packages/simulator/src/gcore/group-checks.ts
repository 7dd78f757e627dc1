import { ApiError, conflict, notFound, refusalAs, TaskFault, validationError, type ErrorDetails } from "./api-error.ts";
import type { StoredRule } from "./compare-rules.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord, PortRecord, ProjectRecord } from "./gcore-records.ts";
import type { RuleContent } from "./rule-content.ts";

/** Throws when the name is not free for this group to take; the default group takes no other. */
export function checkName(group: GroupRecord, name: string, quirks: GcoreQuirks): void {
  if (name === group.name) return;
  if (isDefault(group.name)) throw conflict("Updating default security group not allowed.");
  checkNewName(group.project, name, quirks);
}

/** Throws ConflictError for a second group with the name `default`, and what the quirk says for any other second one. */
export function checkNewName(project: ProjectRecord, name: string, { nameUniqueness }: GcoreQuirks): void {
  const names = [...project.groups.values()].map((group) => group.name);
  if (isDefault(name) && names.some(isDefault)) throw conflict("Default security group already exists.");
  if (nameUniqueness !== "accepted" && names.includes(name)) {
    throw refusalAs(nameUniqueness, "name", `Security group with name ${name} already exists`);
  }
}

/** Throws ValidationError for a description that is longer than the quirk allows. */
export function checkDescription(description: string, { descriptionLimit }: GcoreQuirks): void {
  if (descriptionLimit === "none" || description.length <= Number(descriptionLimit)) return;
  throw validationError({ description: [`ensure this value has at most ${descriptionLimit} characters`] });
}

/** Throws what the quirk says for a remote group that is not in the project and region. */
export function checkRemoteGroup(
  project: ProjectRecord,
  { remote_group_id: id }: RuleContent,
  { missingRemoteGroup }: GcoreQuirks,
): void {
  if (id === null || project.groups.has(id)) return;
  throw refusalAs(missingRemoteGroup, "remote_group_id", `Security group ${id} does not exist`);
}

/** Throws QuotaLimitExceed when the group holds as many rules as it may; the maximum is that of "Update security group". */
export function checkRoom(group: GroupRecord, quirks: GcoreQuirks): void {
  if (group.rules.length < 250) return;
  const usage = {
    attribute: "security_group_rules",
    current_usage: group.rules.length,
    requested_usage: 251,
    limit: 250,
  };
  throw quotaError(`Security group ${group.id} already has 250 rules`, usage, quirks);
}

/** Throws QuotaLimitExceed when the project has as many groups in the region as it may. */
export function checkGroupQuota({ groups }: ProjectRecord, limit: number, quirks: GcoreQuirks): void {
  if (groups.size < limit) return;
  const attribute = "firewall_count_limit";
  const usage = { attribute, current_usage: groups.size, requested_usage: groups.size + 1, limit };
  throw quotaError(`Quota limit for ${attribute} exceeded by ${groups.size + 1 - limit}`, usage, quirks);
}

function quotaError(
  message: string,
  info: NonNullable<ErrorDetails["info"]>,
  { quotaExceeded }: GcoreQuirks,
): ApiError {
  if (quotaExceeded === "task-error") return new TaskFault(message);
  return new ApiError(quotaExceeded === "403" ? 403 : 400, "QuotaLimitExceed", message, { info });
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

/** The rules of other groups whose remote is the group. */
export const rulesReferringTo = (group: GroupRecord): readonly { readonly group: GroupRecord; readonly id: string }[] =>
  [...group.project.groups.values()]
    .filter((other) => other !== group)
    .flatMap((other) =>
      other.rules.filter(({ content }) => content.remote_group_id === group.id).map(({ id }) => ({ group: other, id })),
    );

/** Throws NotFoundError for a group that was deleted, as can happen while a task that is to change it is waiting. */
export function checkExists(group: GroupRecord): void {
  if (!group.project.groups.has(group.id)) throw notFound(`Security group ${group.id} does not exist`);
}

/** Whether this is the name of the project's default group, which OpenStack Neutron compares without regard to case. */
export const isDefault = (name: string): boolean => name.toLowerCase() === "default";
