import type { Adapter } from "../adapter/adapter.ts";
import type { Limits } from "../adapter/capabilities.ts";
import { joinErrors } from "../error/join-errors.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Guardrail } from "../model/guardrail.ts";
import type { GroupId } from "../model/rule.ts";
import { checkSupport } from "./check-support.ts";
import { checkGuardrails, type GuardedGroup } from "./guardrail/check-guardrails.ts";
import { isPresentRequest, placed, type GroupRequest } from "./group-request.ts";
import { matchGroups } from "./match-groups.ts";
import { orderSafely } from "./order/order-safely.ts";
import type { OrderSteps } from "./order/order-steps.ts";
import type { TargetPlan } from "./plan.ts";
import { planAbsence, planCreation, planDeletion } from "./plan-existence.ts";
import { planUpdate, type PlanGroupContext, type PlannedGroup } from "./plan-group.ts";
import { proveWaves } from "./prove/prove-waves.ts";
import { requireRules, type ObservedTarget } from "./read-target.ts";
import { refuseReferred } from "./refuse-deletion.ts";
import { resolveReferences, unresolvedNames } from "./resolve-references.ts";
import { describeTrafficChange } from "./traffic-change.ts";

/** A target as the planner knows it. */
export interface PlanTarget {
  readonly name: string;
  /** Where it is, in the words of its cloud; kept in the plan so that apply finds it again. */
  readonly location: Readonly<Record<string, string | number>>;
  readonly adapter: Adapter;
  readonly groups: readonly GroupRequest[];
  /** What must hold in every state on the way. */
  readonly guardrails?: readonly Guardrail[] | undefined;
}

/** How changes are found and ordered. */
export interface PlanOptions {
  /** Change descriptions also where the cloud can only remove and add the rule for it. Default false. */
  readonly relabel?: boolean | undefined;
  /** Turns changes into waves. Default: `orderSafely`. */
  readonly orderSteps?: OrderSteps | undefined;
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
            ? await planUpdate({ ...request, desired }, requireRules(entry), context)
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
  refuseUnknownNames(planned, errors);
  if (errors.length > 0) throw joinErrors(errors).at({ target: name });
  const changes = planned.flatMap((group) => (group.changes ? [group.changes] : []));
  const waves = (options.orderSteps ?? orderSafely)(changes, { capabilities, limits });
  const broken = checkGuardrails(target.guardrails ?? [], planned.flatMap(guardedGroup), waves);
  if (broken.length > 0) throw joinErrors(broken).at({ target: name });
  return {
    target: name,
    cloud: adapter.cloud,
    location,
    groups: planned.map((group) =>
      group.changes ? { ...group.plan, traffic: describeTrafficChange(group.changes) } : group.plan,
    ),
    waves,
    unproved: proveWaves(changes, waves, { capabilities, limits }),
    ...(target.guardrails && target.guardrails.length > 0 && { guardrails: target.guardrails }),
  };
}

/** A group as guardrails look at it; one that is to go, or is not there, allows nothing that would matter. */
function guardedGroup({ plan, changes }: PlannedGroup): readonly GuardedGroup[] {
  const { key } = plan;
  switch (plan.action) {
    case "create":
      return [{ key, before: [], after: plan.added, changes }];
    case "update":
    case "keep": {
      const staying = [...plan.kept, ...plan.relabelled, ...plan.relabelsLeft, ...plan.unlistedKept];
      const rules = staying.map(({ rule }) => rule);
      const removed = plan.removed.map(({ rule }) => rule);
      return [{ key, before: [...rules, ...removed], after: [...rules, ...plan.added], changes }];
    }
    case "delete":
    case "stay-absent":
      return [];
  }
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

/** A rule may name a group that is there or that this plan creates, and no other. */
function refuseUnknownNames(planned: readonly PlannedGroup[], errors: SecurityGroupError[]): void {
  const created = new Set(planned.filter(({ plan }) => plan.action === "create").map(({ plan }) => plan.name));
  for (const { plan } of planned) {
    const rules = "added" in plan ? plan.added : [];
    for (const name of unresolvedNames(rules).filter((other) => !created.has(other))) {
      const hint = "Add the group, or name the other end by its id or its addresses.";
      errors.push(
        new SecurityGroupError("not-found", `a rule names the group "${name}", which is neither there nor planned`, {
          hint,
          place: { group: plan.key },
        }),
      );
    }
  }
}
