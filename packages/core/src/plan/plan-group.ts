import type { Capabilities, Limits } from "../adapter/capabilities.ts";
import { diffGroup, type GroupDiff } from "../diff/diff-group.ts";
import { describeRule } from "../describe/describe-rule.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { ObservedGroup, ObservedRule, PresentGroup } from "../model/group.ts";
import { canRelabelInPlace } from "./can-update-in-place.ts";
import { fingerprintGroup } from "./fingerprint-group.ts";
import type { GroupChanges } from "./group-changes.ts";
import type { PresentRequest } from "./group-request.ts";
import type { GroupPlan, PlannedRule } from "./plan.ts";

/** From this share of removed rules on, in a group with at least `brakeFromRules` rules, apply wants to be told. */
const brakeShare = 0.3;
const brakeFromRules = 10;

export interface PlanGroupContext {
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  /** Whether descriptions change although the cloud can only remove and add the rule for it. */
  readonly relabel: boolean;
}

/** One group's plan, and its changes when there are any. */
export interface PlannedGroup {
  readonly plan: GroupPlan;
  readonly changes?: GroupChanges | undefined;
}

/** The plan of a group that stands on the cloud and is to be as desired. */
export async function planUpdate(
  request: PresentRequest,
  observed: ObservedGroup,
  context: PlanGroupContext,
): Promise<PlannedGroup> {
  const { desired, key } = request;
  refuseForeign(desired, observed);
  const diff = diffGroup(observed, desired);
  refuseReadOnlyTags(desired, observed);
  if (desired.unlistedRules === "fail" && diff.remove.length > 0) throw unlistedError(diff.remove);
  const relabels = context.relabel || canRelabelInPlace(context.capabilities.ruleUpdates);
  checkRuleCount(observed.rules.length, diff, context);
  const relabelled = diff.relabel.map((relabel) => ({
    ...plannedRule(relabel.observed),
    description: relabel.description,
  }));
  const writes =
    diff.fields !== undefined || diff.create.length + diff.remove.length + (relabels ? relabelled.length : 0) > 0;
  const brakes = observed.rules.length >= brakeFromRules && diff.remove.length > observed.rules.length * brakeShare;
  const plan: GroupPlan = {
    key,
    name: desired.name,
    base: await fingerprintGroup(observed),
    action: writes ? "update" : "keep",
    id: observed.id,
    previousName: observed.name,
    fields: diff.fields,
    added: diff.create,
    removed: diff.remove.map(plannedRule),
    relabelled: relabels ? relabelled : [],
    relabelsLeft: relabels ? [] : relabelled,
    kept: diff.keep.map(plannedRule),
    unlistedKept: diff.unlisted.map(plannedRule),
    unlistedRules: desired.unlistedRules,
    brake: brakes ? { removed: diff.remove.length, of: observed.rules.length } : undefined,
  };
  return writes ? { plan, changes: { kind: "update", observed, diff, relabels } } : { plan };
}

/** What a plan says of a rule on the cloud. */
export function plannedRule({ id, rule }: ObservedRule): PlannedRule {
  return { id, rule };
}

/** Refuses groups whose rules are not the user's to state, or cannot be stated. */
function refuseForeign(desired: PresentGroup, observed: ObservedGroup): void {
  const [unreadable] = observed.unreadable;
  if (unreadable) {
    throw new SecurityGroupError(
      "unreadable-rule",
      `the group holds a rule that cannot be understood (${unreadable.id}): ${unreadable.reason}`,
      {
        hint: "Remove or correct the rule on the cloud; until then the group is shown but not changed.",
      },
    );
  }
  if (desired.unlistedRules !== "keep" && observed.rules.some((rule) => rule.providerOwned)) {
    throw new SecurityGroupError(
      "provider-owned",
      "the group holds rules of the provider's own services, such as Managed Kubernetes",
      {
        hint: "Set `unlistedRules: keep`, so that they stay, or manage another group.",
      },
    );
  }
}

function refuseReadOnlyTags(desired: PresentGroup, observed: ObservedGroup): void {
  for (const [key, value] of Object.entries(desired.tags ?? {})) {
    const fixed = observed.readOnlyTags[key];
    if (fixed !== undefined && fixed !== value) {
      throw new SecurityGroupError("unsupported", `the tag "${key}" is read-only and has the value "${fixed}"`, {
        hint: "Leave the tag out of the document.",
        place: { field: "tags" },
      });
    }
  }
}

function unlistedError(rules: readonly ObservedRule[]): SecurityGroupError {
  const list = rules.map(({ id, rule }) => `${describeRule(rule)} [${id}]`).join("; ");
  return new SecurityGroupError(
    "unlisted-rules",
    `the cloud has ${rules.length} rules that the document does not list: ${list}`,
    {
      hint: "List them, or set `unlistedRules: remove` or `keep`.",
      place: { field: "unlistedRules" },
    },
  );
}

function checkRuleCount(present: number, diff: GroupDiff, { limits }: PlanGroupContext): void {
  const afterwards = present + diff.create.length - diff.remove.length;
  const most = limits.rulesPerGroup;
  if (diff.create.length > 0 && afterwards > most) throw tooManyRules(afterwards, most);
}

/** A group that would hold more rules than the cloud accepts. */
export function tooManyRules(count: number, most: number): SecurityGroupError {
  return new SecurityGroupError("limit-exceeded", `the group would hold ${count} rules, the most is ${most}`, {
    hint: "Merge rules (ranges of ports, wider CIDRs), or split them over several groups.",
    place: { field: "rules" },
  });
}
