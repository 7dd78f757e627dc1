import { writeDocument } from "@secgroup/config";
import type { Context } from "../context.ts";
import { findMisfits, type ImportTarget, type Misfit } from "./find-misfits.ts";
import type { FoundGroup } from "./found-group.ts";

/** A document with what it leaves out. */
export interface ImportedDocument {
  readonly text: string;
  readonly groups: number;
  readonly leftOut: readonly Misfit[];
}

/** The document for every group of the targets that a document can describe. That its plan is empty is checked against what was read. */
export async function importGroups(
  targets: readonly ImportTarget[],
  groups: readonly FoundGroup[],
  context: Pick<Context, "environment" | "clock" | "signal">,
): Promise<ImportedDocument> {
  const leftOut = groups.flatMap((group): Misfit[] => {
    const [unreadable] = group.group.unreadable;
    return unreadable
      ? [{ group, reason: `its rule ${unreadable.id} cannot be understood: ${unreadable.reason}` }]
      : [];
  });
  for (;;) {
    const omitted = new Set(leftOut.map(({ group }) => group));
    const described = groups.filter((group) => !omitted.has(group));
    const dangling = findDangling(described);
    if (dangling.length > 0) {
      leftOut.push(...dangling);
      continue;
    }
    const text = writeDocument(
      targets.map(({ target }) => target),
      described,
    );
    const misfits = await findMisfits(text, targets, groups, context);
    if (misfits.length === 0) return { text, groups: described.length, leftOut };
    leftOut.push(...misfits);
  }
}

/** Groups that cannot go where a group that their rules name does not go, because its id means nothing there. */
function findDangling(described: readonly FoundGroup[]): readonly Misfit[] {
  const ids = new Set<string>(described.map(({ group }) => group.id));
  return described.flatMap((found) => {
    if (!found.isForeign) return [];
    const named = found.group.rules.flatMap(({ rule: { remote } }) => (remote.kind === "group" ? [remote.id] : []));
    const missing = named.find((id) => !ids.has(id));
    return missing === undefined
      ? []
      : [{ group: found, reason: `a rule names the group ${missing}, which is left out` }];
  });
}
