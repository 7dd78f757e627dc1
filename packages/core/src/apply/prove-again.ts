import type { Adapter } from "../adapter/adapter.ts";
import { diffGroup } from "../diff/diff-group.ts";
import { joinErrors } from "../error/join-errors.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { retryRead } from "../operation/retry-call.ts";
import type { GroupChanges } from "../plan/group-changes.ts";
import { rulesAfter, rulesBefore } from "../plan/group-traffic.ts";
import { checkGuardrails, type GuardedGroup } from "../plan/guardrail/check-guardrails.ts";
import type { GroupPlan, TargetPlan } from "../plan/plan.ts";
import { proveWaves } from "../plan/prove/prove-waves.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import type { ApplyOptions } from "./apply-plan.ts";
import { presentAfter } from "./expected-group.ts";
import { refuseStrangeSteps } from "./refuse-strange-steps.ts";
import { refuseUnproved } from "./refuse-unproved.ts";
import { findPlanned } from "./target-run.ts";

/**
 * Proves the waves of a plan against what stands, since a plan may come from a file: what it says of its own safety is not believed. Throws `unsafe-plan` for what
 * may interrupt traffic and nobody allowed, `guardrail-broken`, and `invalid-plan` for steps that do not lead to what the plan says.
 */
export async function proveAgain(
  plan: TargetPlan,
  observed: ObservedTarget,
  adapter: Adapter,
  { allowInterruption, clock, signal }: Pick<ApplyOptions, "allowInterruption" | "clock" | "signal">,
): Promise<void> {
  const { capabilities } = adapter;
  const groups = plan.groups.map((group) => ({ group, changes: changesOf(group, observed) }));
  const changes = groups.flatMap((one) => one.changes ?? []);
  try {
    refuseStrangeSteps(changes, plan.waves);
    const guarded = groups.flatMap((one) => guardedGroup(one.group, one.changes, observed));
    const broken = checkGuardrails(plan.guardrails ?? [], guarded, plan.waves);
    if (broken.length > 0) throw joinErrors(broken).at({ target: plan.target });
    if (allowInterruption) return;
    const documented = proveWaves(changes, plan.waves, { capabilities, limits: capabilities.limits });
    const [unproved] = documented;
    if (unproved === undefined) return;
    const limits = await retryRead(() => adapter.readLimits(signal), { clock, signal });
    refuseUnproved({ ...plan, unproved: proveWaves(changes, plan.waves, { capabilities, limits }) });
  } catch (cause) {
    if (SecurityGroupError.is(cause)) throw cause;
    throw new SecurityGroupError("invalid-plan", "the plan's steps do not lead to what it says", {
      hint: "Make a new plan; a plan is not meant to be edited.",
      place: { target: plan.target },
      cause,
    });
  }
}

/** A group that is to go allows nothing that would matter. */
function guardedGroup(
  group: GroupPlan,
  changes: GroupChanges | undefined,
  observed: ObservedTarget,
): readonly GuardedGroup[] {
  if (group.action === "delete" || group.action === "stay-absent") return [];
  if (changes !== undefined)
    return [{ key: group.key, before: rulesBefore(changes), after: rulesAfter(changes), changes }];
  const entry = findPlanned(group, observed);
  const rules = entry === undefined ? [] : requireRules(entry).rules.map(({ rule }) => rule);
  return [{ key: group.key, before: rules, after: rules }];
}

function changesOf(group: GroupPlan, observed: ObservedTarget): GroupChanges | undefined {
  const entry = findPlanned(group, observed);
  switch (group.action) {
    case "create":
      return { kind: "create", desired: presentAfter(group, new Map()) };
    case "update": {
      if (entry === undefined) return undefined;
      const standing = requireRules(entry);
      const diff = diffGroup(standing, presentAfter(group, new Map()));
      return { kind: "update", observed: standing, diff, relabels: group.relabelled.length > 0 };
    }
    case "delete":
      return entry === undefined ? undefined : { kind: "delete", observed: requireRules(entry) };
    case "keep":
    case "stay-absent":
      return undefined;
  }
}
