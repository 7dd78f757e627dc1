import type { DesiredGroup, ObservedGroup, PresentGroup, Tags } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import type { GroupPlan } from "../plan/plan.ts";
import { resolveReferences } from "../plan/resolve-references.ts";

/** A group as it is to be after a plan; its tags only where the plan changes them, which takes what it was before. */
export function expectedGroup(
  group: GroupPlan,
  created: ReadonlyMap<string, GroupId>,
  before: ObservedGroup | undefined,
): DesiredGroup {
  const { name } = group;
  switch (group.action) {
    case "delete":
    case "stay-absent":
      return { ensure: "absent", name, id: "id" in group ? group.id : undefined };
    case "create":
    case "update":
    case "keep":
      return { ...presentAfter(group, created), tags: tagsAfter(group, before?.tags ?? {}) };
  }
}

/** The tags after a plan; `undefined` when it leaves them. */
export function tagsAfter(group: GroupPlan, before: Tags): Tags | undefined {
  if (group.action === "create") return group.tags;
  const patch = "fields" in group ? group.fields?.tags : undefined;
  if (patch === undefined) return undefined;
  const merged = Object.entries({ ...(patch && before), ...patch });
  return Object.fromEntries(merged.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

/** A group that is to be there after a plan. */
export type PresentPlan = Extract<GroupPlan, { readonly added: unknown }>;

export function presentAfter(group: PresentPlan, created: ReadonlyMap<string, GroupId>): PresentGroup {
  const { name } = group;
  const added = resolveReferences(group.added, created);
  if (group.action === "create") {
    const { description } = group;
    return { ensure: "present", name, id: created.get(name), description, rules: added, unlistedRules: "remove" };
  }
  const standing = [...group.kept, ...group.relabelsLeft, ...group.unlistedKept].map(({ rule }) => rule);
  const relabelled = group.relabelled.map(({ rule, description }) => ({ ...rule, description }));
  return {
    ensure: "present",
    name,
    id: group.id,
    description: group.fields?.description,
    rules: [...added, ...standing, ...relabelled],
    unlistedRules: group.unlistedRules,
  };
}
