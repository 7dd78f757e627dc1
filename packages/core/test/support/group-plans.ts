import type { GroupId, GroupPlan } from "../../src/index.ts";

type UpdatePlan = Extract<GroupPlan, { readonly action: "update" | "keep" }>;
type CreationPlan = Extract<GroupPlan, { readonly action: "create" }>;

const base = "0".repeat(64);

export const idOf = (name: string): GroupId => `id of ${name}` as GroupId;

/** A group that stands and is changed: by nothing unless given. */
export function updatePlan(name: string, parts: Partial<UpdatePlan> = {}): UpdatePlan {
  return {
    key: name,
    name,
    base,
    action: "update",
    id: idOf(name),
    previousName: name,
    added: [],
    removed: [],
    relabelled: [],
    relabelsLeft: [],
    kept: [],
    unlistedKept: [],
    unlistedRules: "remove",
    ...parts,
  };
}

/** A group that is to come, without rules unless given. */
export function creationPlan(name: string, parts: Partial<CreationPlan> = {}): CreationPlan {
  return { key: name, name, base, action: "create", added: [], ...parts };
}

/** A group that stands and is to go. */
export function deletionPlan(name: string): GroupPlan {
  return { key: name, name, base, action: "delete", id: idOf(name), removed: [] };
}

/** A group that is not there and stays away. */
export function absencePlan(name: string): GroupPlan {
  return { key: name, name, base, action: "stay-absent" };
}
