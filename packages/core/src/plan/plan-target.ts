import type { Adapter } from "../adapter/adapter.ts";
import type { Limits } from "../adapter/capabilities.ts";
import { joinErrors } from "../error/join-errors.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { ListedGroup, ObservedGroup } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import { checkSupport } from "./check-support.ts";
import { findGroup } from "./find-groups.ts";
import { fingerprintGroup } from "./fingerprint-group.ts";
import type { GroupChanges } from "./group-changes.ts";
import { isPresentRequest, type GroupRequest, type PresentRequest } from "./group-request.ts";
import { createsBeforeDeletes } from "./order/creates-before-deletes.ts";
import type { OrderSteps } from "./order/order-steps.ts";
import { refersTo } from "./order/stage-deletions.ts";
import type { GroupPlan, TargetPlan } from "./plan.ts";
import { planUpdate, plannedRule, tooManyRules, type PlanGroupContext } from "./plan-group.ts";
import { requireRules, type ObservedTarget } from "./read-target.ts";
import { refuseDeletion } from "./refuse-deletion.ts";
import { resolveReferences } from "./resolve-references.ts";

/** A target as the planner knows it. */
export interface PlanTarget {
  readonly name: string;
  /** Where it is, in the words of its cloud; kept in the plan so that apply finds it again. */
  readonly location: Readonly<Record<string, string | number>>;
  readonly adapter: Adapter;
  readonly groups: readonly GroupRequest[];
}

export interface PlanOptions {
  /** Change descriptions also where the cloud can only remove and add the rule for it. Default false. */
  readonly relabel?: boolean | undefined;
  /** Turns changes into waves. Default: creates before deletes. */
  readonly orderSteps?: OrderSteps | undefined;
}

interface PlannedGroup {
  readonly plan: GroupPlan;
  readonly changes?: GroupChanges | undefined;
}

/**
 * Plans one target from what was read of it. Reads nothing itself but the attachments of groups to delete.
 *
 * Everything wrong is collected: one error is thrown as it is, several as one error with `related`.
 */
export async function planTarget(
  target: PlanTarget,
  observed: ObservedTarget,
  limits: Limits,
  options: PlanOptions,
  signal: AbortSignal,
): Promise<TargetPlan> {
  const { adapter, groups, name, location } = target;
  const { capabilities } = adapter;
  const errors: SecurityGroupError[] = [];
  const matched = matchGroups(groups, observed, errors);
  for (const [request, entry] of matched) {
    if (isPresentRequest(request)) {
      errors.push(
        ...checkSupport(request, capabilities, entry?.group).map((error) => error.at({ group: request.key })),
      );
    }
  }
  const ids = new Map(
    [...matched].flatMap(([request, entry]): [string, GroupId][] =>
      entry ? [[request.desired.name, entry.group.id]] : [],
    ),
  );
  const context: PlanGroupContext = { capabilities, limits, relabel: options.relabel ?? false };

  const planned: PlannedGroup[] = [];
  for (const [request, entry] of matched) {
    try {
      if (isPresentRequest(request)) {
        const desired = { ...request.desired, rules: resolveReferences(request.desired.rules, ids) };
        planned.push(
          entry
            ? await planPresent({ ...request, desired }, requireRules(entry), context)
            : await planCreation({ ...request, desired }, context),
        );
      } else {
        planned.push(
          entry ? await planDeletion(request, requireRules(entry), adapter, signal) : await planAbsence(request),
        );
      }
    } catch (error) {
      if (!SecurityGroupError.is(error) || error.code === "aborted") throw error;
      errors.push(placed(error, request));
    }
  }
  refuseTooManyGroups(planned, observed, limits, errors);
  refuseReferred(planned, matched, observed, errors);
  if (errors.length > 0) throw joinErrors(errors).at({ target: name });
  const changes = planned.flatMap((group) => (group.changes ? [group.changes] : []));
  return {
    target: name,
    cloud: adapter.cloud,
    location,
    groups: planned.map((group) => group.plan),
    waves: (options.orderSteps ?? createsBeforeDeletes)(changes, capabilities),
  };
}

type Matches = ReadonlyMap<GroupRequest, ListedGroup | undefined>;

/** Finds each group of the document on the cloud; a group that two entries lead to is an error. */
function matchGroups(
  requests: readonly GroupRequest[],
  observed: ObservedTarget,
  errors: SecurityGroupError[],
): Matches {
  const matches = new Map<GroupRequest, ListedGroup | undefined>();
  const takenBy = new Map<GroupId, GroupRequest>();
  for (const request of requests) {
    try {
      const entry = findGroup(request.desired, observed);
      const other = entry && takenBy.get(entry.group.id);
      if (entry && other) {
        throw new SecurityGroupError(
          "ambiguous-group",
          `"${request.key}" and "${other.key}" both mean the group ${entry.group.name} (${entry.group.id})`,
          {
            hint: "Keep one of the two entries.",
          },
        );
      }
      if (entry) takenBy.set(entry.group.id, request);
      matches.set(request, entry);
    } catch (error) {
      if (!SecurityGroupError.is(error)) throw error;
      errors.push(placed(error, request));
    }
  }
  return matches;
}

function placed(error: SecurityGroupError, request: GroupRequest): SecurityGroupError {
  return error.at({ ...request.place, group: request.key });
}

async function planPresent(
  request: PresentRequest,
  observed: ObservedGroup,
  context: PlanGroupContext,
): Promise<PlannedGroup> {
  const { plan, diff, relabels } = await planUpdate(request, observed, context);
  return plan.action === "keep" ? { plan } : { plan, changes: { kind: "update", observed, diff, relabels } };
}

async function planCreation({ key, desired }: PresentRequest, { limits }: PlanGroupContext): Promise<PlannedGroup> {
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

async function planDeletion(
  { key }: GroupRequest,
  observed: ObservedGroup,
  adapter: Adapter,
  signal: AbortSignal,
): Promise<PlannedGroup> {
  refuseDeletion(observed, await adapter.readAttachments(observed.id, signal), []);
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

async function planAbsence({ key, desired }: GroupRequest): Promise<PlannedGroup> {
  return { plan: { key, name: desired.name, base: await fingerprintGroup(undefined), action: "stay-absent" } };
}

function refuseTooManyGroups(
  planned: readonly PlannedGroup[],
  observed: ObservedTarget,
  limits: Limits,
  errors: SecurityGroupError[],
): void {
  const created = planned.filter(({ plan }) => plan.action === "create").length;
  const count = observed.length + created;
  if (created > 0 && limits.groupsPerTarget !== undefined && count > limits.groupsPerTarget) {
    errors.push(
      new SecurityGroupError(
        "limit-exceeded",
        `the target would hold ${count} groups, the most is ${limits.groupsPerTarget}`,
        {
          hint: "Delete groups that are not needed, or ask the vendor to raise the limit.",
        },
      ),
    );
  }
}

/** A group that stays must not be left with rules that refer to one that goes. */
function refuseReferred(
  planned: readonly PlannedGroup[],
  matched: Matches,
  observed: ObservedTarget,
  errors: SecurityGroupError[],
): void {
  const changesById = new Map(
    planned.flatMap(({ changes }) =>
      changes && changes.kind !== "create" ? [[changes.observed.id, changes] as const] : [],
    ),
  );
  const stillRefers = (other: ObservedGroup, gone: ObservedGroup): boolean => {
    const changes = changesById.get(other.id);
    if (changes?.kind === "delete") return false;
    const removed = changes ? new Set(changes.diff.remove) : undefined;
    return refersTo(
      { ...other, rules: removed ? other.rules.filter((rule) => !removed.has(rule)) : other.rules },
      gone,
    );
  };
  for (const [request, entry] of matched) {
    const gone =
      entry?.rules === "listed" && changesById.get(entry.group.id)?.kind === "delete" ? entry.group : undefined;
    if (gone === undefined) continue;
    const referring = observed.flatMap((other) =>
      other.rules === "listed" && other.group.id !== gone.id && stillRefers(other.group, gone) ? [other.group] : [],
    );
    try {
      refuseDeletion(gone, [], referring);
    } catch (error) {
      if (!SecurityGroupError.is(error)) throw error;
      errors.push(placed(error, request));
    }
  }
}
