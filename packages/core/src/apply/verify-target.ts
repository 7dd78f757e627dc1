import { describeRule } from "../describe/describe-rule.ts";
import { diffGroup } from "../diff/diff-group.ts";
import type { ObservedGroup, PresentGroup, Tags } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import type { GroupPlan, TargetPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import { resolveReferences } from "../plan/resolve-references.ts";
import type { TagsPatch } from "../plan/step.ts";
import { findPlanned } from "./check-base.ts";

/** What still differs between a target as read back and as planned, one sentence each; nothing when it has converged. */
export function verifyTarget(
  plan: TargetPlan,
  observed: ObservedTarget,
  created: ReadonlyMap<string, GroupId>,
): readonly string[] {
  return plan.groups.flatMap((group) => {
    const id = "id" in group ? group.id : created.get(group.name);
    const entry = id === undefined ? findPlanned(group, observed) : observed.find((other) => other.group.id === id);
    switch (group.action) {
      case "delete":
      case "stay-absent":
        return entry ? [`the group ${group.name} still exists`] : [];
      case "create":
      case "update":
      case "keep":
        return entry
          ? differences(expectedGroup(group, created), requireRules(entry), patchOf(group))
          : [`the group ${group.name} does not exist`];
    }
  });
}

type PresentPlan = Extract<GroupPlan, { readonly added: unknown }>;

function expectedGroup(group: PresentPlan, created: ReadonlyMap<string, GroupId>): PresentGroup {
  const { name } = group;
  const added = resolveReferences(group.added, created);
  if (group.action === "create") {
    return {
      ensure: "present",
      name,
      description: group.description,
      tags: group.tags,
      rules: added,
      unlistedRules: "remove",
    };
  }
  const standing = [...group.kept, ...group.relabelsLeft, ...group.unlistedKept].map(({ rule }) => rule);
  const relabelled = group.relabelled.map(({ rule, description }) => ({ ...rule, description }));
  return {
    ensure: "present",
    name,
    description: group.fields?.description,
    rules: [...added, ...standing, ...relabelled],
    unlistedRules: group.unlistedRules,
  };
}

function patchOf(group: PresentPlan): TagsPatch | null | undefined {
  return group.action === "create" ? undefined : group.fields?.tags;
}

/** Whether a merge patch has not taken effect. */
function isMissing(patch: TagsPatch | null | undefined, tags: Tags): boolean {
  if (patch === null) return Object.keys(tags).length > 0;
  return Object.entries(patch ?? {}).some(([key, value]) => (tags[key] ?? null) !== value);
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
    ...(diff.fields?.tags === undefined && !isMissing(patch, observed.tags) ? [] : [`${name} has other tags`]),
  ];
}
