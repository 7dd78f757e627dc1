import { writeDocument } from "@secgroup/config";
import type { ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import type { OpenTarget } from "../targets/open-target.ts";
import { findMisfits, type Misfit, type StandingTarget } from "./find-misfits.ts";

/** A document with what it leaves out. */
export interface ImportedDocument {
  readonly text: string;
  readonly groups: number;
  readonly leftOut: readonly Misfit[];
}

type ImportContext = Pick<Context, "environment" | "clock" | "signal">;

/** The document for every group of a target that a document can describe. That its plan is empty is checked against what was read. */
export function importGroups(
  open: OpenTarget,
  groups: readonly ObservedGroup[],
  context: ImportContext,
): Promise<ImportedDocument> {
  return importTargets([{ open, groups }], context);
}

/** As `importGroups`, for several targets in one document. */
export async function importTargets(
  standing: readonly StandingTarget[],
  context: ImportContext,
): Promise<ImportedDocument> {
  const leftOut = standing
    .flatMap(({ groups }) => groups)
    .flatMap((group): Misfit[] => {
      const [unreadable] = group.unreadable;
      return unreadable
        ? [{ group, reason: `its rule ${unreadable.id} cannot be understood: ${unreadable.reason}` }]
        : [];
    });
  for (;;) {
    const described = standing.flatMap(({ open: { target }, groups }) =>
      groups
        .filter((group) => !leftOut.some((misfit) => misfit.group === group))
        .map((group) => ({ target: target.name, group })),
    );
    const text = writeDocument(
      standing.map(({ open }) => open.target),
      described,
    );
    const misfits = await findMisfits(text, standing, context);
    if (misfits.length === 0) return { text, groups: described.length, leftOut };
    leftOut.push(...misfits);
  }
}
