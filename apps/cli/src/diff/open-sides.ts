import type { Configuration } from "@secgroup/config";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import type { GroupNames } from "../render/describe-rules.ts";
import { openTargets } from "../targets/open-target.ts";
import { readTargets } from "../targets/read-targets.ts";
import { knownNames } from "../traffic/name-references.ts";
import type { SideClouds } from "./compare-groups.ts";
import { declaredGroups, isNeeded, standingGroups, type SideGroup } from "./side-groups.ts";
import { targetOf, type Side } from "./side.ts";

/** The groups of two sides, and what it takes to compare them. */
export interface OpenSides {
  readonly a: readonly SideGroup[];
  readonly b: readonly SideGroup[];
  readonly clouds: SideClouds;
  readonly names: GroupNames;
}

/** Reads the documents and targets of two sides, each target once. `document` is the one that the sides' words are from. */
export async function openSides(
  a: Side,
  b: Side,
  document: Configuration | undefined,
  context: Context,
): Promise<OpenSides> {
  const declared = document?.groups ?? [];
  const [documentA, documentB] = [await documentOf(a, document, context), await documentOf(b, document, context)];
  const open = openTargets([...new Set([a, b].flatMap((side) => targetOf(side) ?? []))], context);
  const observed = await readTargets(
    open,
    (group, target) => [a, b].some((side) => isNeeded(side, target, group, declared)),
    context,
  );
  const groupsOf = (side: Side, own: Configuration | undefined, other: Side): readonly SideGroup[] => {
    if ("target" in side) return standingGroups(side, observed.get(side.target.name) ?? [], declared);
    const placed = (own?.groups ?? []).filter(({ key }) => side.kind === "document" || key === side.key);
    return declaredGroups(placed, targetOf(other)?.name);
  };
  const cloudOf = (side: Side): SideClouds["a"] =>
    open.find(({ target }) => target === targetOf(side))?.adapter.capabilities;
  return {
    a: groupsOf(a, documentA, b),
    b: groupsOf(b, documentB, a),
    clouds: { a: cloudOf(a), b: cloudOf(b) },
    names: knownNames(
      observed,
      [document, documentA, documentB].flatMap((configuration) => configuration?.groups ?? []),
    ),
  };
}

async function documentOf(
  side: Side,
  document: Configuration | undefined,
  context: Context,
): Promise<Configuration | undefined> {
  return side.kind === "document" ? (await openDocument(side.file, context)).configuration : document;
}
