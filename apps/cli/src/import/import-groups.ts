import { writeDocument } from "@secgroup/config";
import type { ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import type { OpenTarget } from "../targets/open-target.ts";
import { findMisfits, type Misfit } from "./find-misfits.ts";

/** A document with what it leaves out. */
export interface ImportedDocument {
  readonly text: string;
  readonly groups: number;
  readonly leftOut: readonly Misfit[];
}

/** The document for every group of a target that a document can describe. That its plan is empty is checked against what was read. */
export async function importGroups(
  { target, adapter }: OpenTarget,
  groups: readonly ObservedGroup[],
  context: Pick<Context, "environment" | "clock" | "signal">,
): Promise<ImportedDocument> {
  const leftOut = groups.flatMap((group): Misfit[] => {
    const [unreadable] = group.unreadable;
    return unreadable
      ? [{ group, reason: `its rule ${unreadable.id} cannot be understood: ${unreadable.reason}` }]
      : [];
  });
  for (;;) {
    const described = groups.filter((group) => !leftOut.some((misfit) => misfit.group === group));
    const text = writeDocument(
      [target],
      described.map((group) => ({ target: target.name, group })),
    );
    const misfits = await findMisfits(text, adapter, groups, context);
    if (misfits.length === 0) return { text, groups: described.length, leftOut };
    leftOut.push(...misfits);
  }
}
