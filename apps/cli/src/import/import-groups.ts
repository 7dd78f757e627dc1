import { writeDocument } from "@secgroup/config";
import type { ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import type { OpenTarget } from "../targets/open-target.ts";
import { findMisfits, type Misfit } from "./find-misfits.ts";
import { sayable } from "./sayable-group.ts";

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
  context: Pick<Context, "environment" | "signal">,
): Promise<ImportedDocument> {
  const leftOut = groups.flatMap((group): Misfit[] => {
    const [unreadable] = group.unreadable;
    return unreadable
      ? [{ group, reason: `its rule ${unreadable.id} cannot be understood: ${unreadable.reason}` }]
      : [];
  });
  for (;;) {
    const described = groups.filter((group) => !leftOut.some((misfit) => misfit.group === group));
    const text = writeText(target, described);
    const misfits = await findMisfits(text, adapter, groups, context);
    if (misfits.length === 0) return { text, groups: described.length, leftOut };
    leftOut.push(...misfits);
  }
}

function writeText(target: OpenTarget["target"], groups: readonly ObservedGroup[]): string {
  const said = groups.map(sayable);
  const remarks = said.flatMap(({ group, reasons }) =>
    reasons.map((reason) => `# ${JSON.stringify(group.name)} keeps unlisted rules, because ${reason}.\n`),
  );
  return (
    remarks.join("") +
    writeDocument(
      [target],
      said.map(({ group }) => ({ target: target.name, group })),
    )
  );
}
