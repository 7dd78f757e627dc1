import type { Adapter } from "../adapter/adapter.ts";
import type { ObservedGroup } from "../model/group.ts";
import { retryRead } from "../operation/retry-call.ts";
import { fingerprintGroup } from "./fingerprint-group.ts";
import type { GroupRequest, PresentRequest } from "./group-request.ts";
import type { GroupPlan } from "./plan.ts";
import { plannedRule, tooManyRules, type PlanGroupContext, type PlannedGroup } from "./plan-group.ts";
import { refuseDeletion } from "./refuse-deletion.ts";

/** The plan of a group that is not there and is to be. Throws `limit-exceeded`. */
export async function planCreation(
  { key, desired }: PresentRequest,
  { limits }: PlanGroupContext,
): Promise<PlannedGroup> {
  const { name, description, tags, rules } = desired;
  if (rules.length > limits.rulesPerGroup) throw tooManyRules(rules.length, limits.rulesPerGroup);
  const plan: GroupPlan = {
    key,
    name,
    base: await fingerprintGroup(undefined),
    action: "create",
    description,
    tags,
    added: rules,
  };
  return { plan, changes: { kind: "create", desired } };
}

/** The plan of a group that is there and is not to be. Throws `group-in-use` and `provider-owned`. */
export async function planDeletion(
  { key }: GroupRequest,
  observed: ObservedGroup,
  adapter: Adapter,
  signal: AbortSignal,
): Promise<PlannedGroup> {
  const options = { clock: adapter.account.clock, signal };
  refuseDeletion(observed, await retryRead(() => adapter.readAttachments(observed.id, signal), options));
  const { id, name } = observed;
  const plan: GroupPlan = {
    key,
    name,
    base: await fingerprintGroup(observed),
    action: "delete",
    id,
    removed: observed.rules.map(plannedRule),
  };
  return { plan, changes: { kind: "delete", observed } };
}

/** The plan of a group that is not there and is not to be. */
export async function planAbsence({ key, desired }: GroupRequest): Promise<PlannedGroup> {
  return { plan: { key, name: desired.name, base: await fingerprintGroup(undefined), action: "stay-absent" } };
}
