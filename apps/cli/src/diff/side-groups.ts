import type { PlacedGroup } from "@secgroup/config";
import {
  SecurityGroupError,
  type ListedGroup,
  type ObservedGroup,
  type ObservedTarget,
  type Rule,
  type UnreadableRule,
} from "@secgroup/core";
import { declaredAs, findGroup, isMeant } from "../traffic/find-group.ts";
import type { Side } from "./side.ts";

/** A group of a side. */
export interface SideGroup {
  /** The group's key in the document, where it is declared. */
  readonly key?: string | undefined;
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly unreadable: readonly UnreadableRule[];
}

/** Whether a group of a target is needed with its rules. */
export function isNeeded(
  side: Side,
  target: string,
  group: ListedGroup["group"],
  declared: readonly PlacedGroup[],
): boolean {
  if (side.kind === "standing-groups") return side.target.name === target;
  return side.kind === "standing-group" && side.target.name === target && isNamed(side, declared)(group);
}

/** The groups of a side that stands on a target. Throws `not-found` and `ambiguous-group` for a single one. */
export function standingGroups(
  side: Extract<Side, { readonly kind: "standing-group" | "standing-groups" }>,
  observed: ObservedTarget,
  declared: readonly PlacedGroup[],
): readonly SideGroup[] {
  const target = side.target.name;
  const toSide = (group: ObservedGroup): SideGroup => ({
    key: declaredAs(group, target, declared)?.key,
    name: group.name,
    rules: group.rules.map(({ rule }) => rule),
    unreadable: group.unreadable,
  });
  if (side.kind === "standing-groups")
    return observed.flatMap((entry) => (entry.rules === "listed" ? [toSide(entry.group)] : []));
  const found = findGroup(observed, isNamed(side, declared), target);
  if (found) return [toSide(found)];
  const names = observed.map(({ group }) => group.name);
  throw new SecurityGroupError("not-found", `there is no group ${side.group} on ${target}`, {
    hint: `There are ${names.length === 0 ? "none" : names.join(", ")}.`,
    place: { target },
  });
}

/** By the group's key in the document, or its name or id on the cloud. */
function isNamed(
  side: Extract<Side, { readonly kind: "standing-group" }>,
  declared: readonly PlacedGroup[],
): (group: ListedGroup["group"]) => boolean {
  const placed = declared.find(({ target, key }) => target === side.target.name && key === side.group);
  if (placed) return (group) => isMeant(placed.desired, group);
  return ({ name, id }) => name === side.group || id === side.group;
}

/**
 * Groups as a document declares them, each once: those that it places on `target`, if any, else all, since a group allows the same on each
 * of its targets. One that is to be absent allows nothing.
 */
export function declaredGroups(declared: readonly PlacedGroup[], target: string | undefined): readonly SideGroup[] {
  const placedThere = declared.filter((placed) => placed.target === target);
  const groups = new Map<string, SideGroup>();
  for (const { key, desired } of placedThere.length > 0 ? placedThere : declared) {
    const rules = desired.ensure === "absent" ? [] : desired.rules;
    groups.set(key, { key, name: desired.name, rules, unreadable: [] });
  }
  return [...groups.values()];
}
