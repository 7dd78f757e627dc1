import { describeRule } from "../describe/describe-rule.ts";
import { diffGroup } from "../diff/diff-group.ts";
import type { ObservedGroup, PresentGroup } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import type { TargetPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import type { TagsPatch } from "../plan/step.ts";
import { presentAfter, type PresentPlan } from "./expected-group.ts";
import { isPatched } from "./is-patched.ts";
import { findPlanned } from "./target-run.ts";

/** What still differs between a target as read back and as planned, one sentence each; nothing when it has converged. */
export function verifyTarget(
  plan: TargetPlan,
  observed: ObservedTarget,
  created: ReadonlyMap<string, GroupId>,
): readonly string[] {
  return plan.groups.flatMap((group) => {
    const entry = findPlanned(group, observed, created);
    switch (group.action) {
      case "delete":
      case "stay-absent":
        return entry ? [`the group ${group.name} still exists`] : [];
      case "create":
      case "update":
      case "keep":
        return entry
          ? differences(presentAfter(group, created), requireRules(entry), patchOf(group))
          : [`the group ${group.name} does not exist`];
    }
  });
}

function patchOf(group: PresentPlan): TagsPatch | null | undefined {
  return group.action === "create" ? group.tags : group.fields?.tags;
}

function differences(expected: PresentGroup, observed: ObservedGroup, patch: TagsPatch | null | undefined): string[] {
  const diff = diffGroup(observed, expected);
  const name = `the group ${expected.name}`;
  return [
    ...diff.create.map((rule) => `${name} lacks the rule ${describeRule(rule)}`),
    ...diff.remove.map(({ rule }) => `${name} still has the rule ${describeRule(rule)}`),
    ...diff.relabel.map(
      ({ observed: { rule }, description }) =>
        `${name} describes the rule ${describeRule(rule)} as "${rule.description}", not "${description}"`,
    ),
    ...(diff.fields?.name === undefined ? [] : [`${name} has the name "${observed.name}"`]),
    ...(diff.fields?.description === undefined ? [] : [`${name} has the description "${observed.description}"`]),
    ...(isPatched(observed.tags, patch) ? [] : [`${name} has other tags`]),
  ];
}
