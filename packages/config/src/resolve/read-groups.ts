import type { GroupId } from "@secgroup/core";
import { didYouMean } from "../problem/near-miss.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import { checkShape } from "../shape/check-shape.ts";
import { groupOutlineSchema, type GroupOutline } from "../shape/document-schema.ts";
import type { DocumentPath } from "../source/document-path.ts";
import type { ReferableGroup } from "./read-remote-group.ts";
import type { Targets } from "./read-targets.ts";

/** A group of the document with its targets known and its rules unread. */
export interface Group extends ReferableGroup {
  readonly key: string;
  readonly path: DocumentPath;
  readonly outline: GroupOutline;
}

/** Groups by key; one that is wrong, and already reported, is `undefined`. */
export type Groups = ReadonlyMap<string, Group | undefined>;

const onlyWhenPresent = ["description", "tags", "unlistedRules", "ingress", "egress"] as const;

/** Reads the section `groups` except for the rules. */
export function readGroups(
  section: Readonly<Record<string, unknown>>,
  targets: Targets,
  problems: ProblemList,
): Groups {
  const groups = new Map(
    Object.entries(section).map(([key, value]) => [key, readGroup(key, value, targets, problems)]),
  );
  checkIdentities(groups, problems);
  return groups;
}

function readGroup(key: string, value: unknown, targets: Targets, problems: ProblemList): Group | undefined {
  const path = ["groups", key];
  const outline = checkShape(groupOutlineSchema, value, path, problems, describeUnknown);
  if (outline === undefined) return undefined;
  if (outline.ensure === "absent") {
    for (const field of onlyWhenPresent) {
      if (outline[field] === undefined) continue;
      problems.add(
        [...path, field],
        `a group that is to be absent has no ${field}; remove it, or remove ensure: absent`,
        "key",
      );
    }
  }
  if (outline.id !== undefined && typeof outline.on !== "string" && outline.on.length > 1) {
    problems.add(
      [...path, "id"],
      "an id belongs to one target, but the group is on several; make a group for each of them",
    );
  }
  const name = outline.name ?? key;
  if (name === "") problems.add(path, "the key is empty, and a group needs a name; write one", "key");
  return {
    key,
    path,
    name,
    id: outline.id as GroupId | undefined,
    ensure: outline.ensure ?? "present",
    targets: readOn(outline.on, [...path, "on"], targets, problems),
    outline,
  };
}

function describeUnknown(field: string): string | undefined {
  return field === "rules" ? "is not a known field; write the rules under ingress and egress" : undefined;
}

function readOn(
  on: GroupOutline["on"],
  path: DocumentPath,
  targets: Targets,
  problems: ProblemList,
): readonly string[] {
  const names = new Set<string>();
  for (const [index, name] of (typeof on === "string" ? [on] : on).entries()) {
    const at = typeof on === "string" ? path : [...path, index];
    if (!targets.has(name))
      problems.add(at, `"${name}" is not a target of this document${didYouMean(name, targets.keys())}`);
    else if (names.has(name)) problems.add(at, `the target ${name} is named twice; remove one of them`);
    else names.add(name);
  }
  return [...names];
}

/** No two groups may lead to one group of the cloud. One name twice is right only where every one of them has its id. */
function checkIdentities(groups: Groups, problems: ProblemList): void {
  const byName = new Map<string, Group>();
  const byId = new Map<string, Group>();
  for (const group of groups.values()) {
    for (const target of group?.targets ?? []) {
      if (group === undefined) continue;
      const nameKey = JSON.stringify([target, group.name]);
      const sameName = byName.get(nameKey);
      if (sameName !== undefined && !(sameName.id && group.id)) {
        const message = `is the group "${group.name}" on ${target}, and so is groups.${sameName.key}; make them one, or give both their id`;
        problems.add(group.path, message, "key");
      }
      if (sameName === undefined || sameName.id) byName.set(nameKey, group);
      if (group.id === undefined) continue;
      const idKey = JSON.stringify([target, group.id.toLowerCase()]);
      const sameId = byId.get(idKey);
      if (sameId !== undefined)
        problems.add([...group.path, "id"], `is the id of groups.${sameId.key} as well; make them one`);
      byId.set(idKey, group);
    }
  }
}
