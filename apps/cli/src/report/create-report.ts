import type { Report, ReportTarget } from "@secgroup/console";
import type { GroupPlan, ObservedGroup, SecurityGroupError, TargetPlan } from "@secgroup/core";
import { sumCounts } from "../planning/plan-counts.ts";
import type { DocumentPlan } from "../planning/plan-document.ts";
import { readVersion } from "../read-version.ts";
import { describeFields } from "../render/describe-fields.ts";
import { describeProblems } from "../render/describe-problems.ts";
import { stepDescriber } from "../render/describe-step.ts";
import { renderTotal } from "../render/render-counts.ts";
import { groupNotes } from "../render/render-group-notes.ts";
import { placeOf } from "../render/render-target.ts";
import { stylesFor } from "../render/styles.ts";
import { locate } from "../targets/locate-target.ts";
import type { Undeclared } from "./read-undeclared.ts";

/**
 * What the page is given to show. `document` is the file as the user named it, `madeAt` milliseconds since the epoch. With `undeclared` also
 * what stands beside the document, and targets that it has no group on.
 */
export function createReport(
  { plan, counts, failed }: Pick<DocumentPlan, "plan" | "counts" | "failed">,
  document: string,
  madeAt: number,
  undeclared?: readonly Undeclared[],
): Report {
  const errors = [...failed, ...(undeclared ?? []).flatMap(({ error }) => error ?? [])];
  return {
    document,
    madeAt,
    version: readVersion(),
    summary: renderTotal(plan.targets, sumCounts(counts), [], stylesFor({ hasColor: false }), failed.length === 0),
    targets:
      undeclared?.map(({ target, groups }) => {
        const { name, cloud } = target;
        const planned = plan.targets.find((one) => one.target === name);
        return reportTarget(planned ?? { ...nothing, target: name, cloud, location: locate(target) }, groups);
      }) ?? plan.targets.map((target) => reportTarget(target, [])),
    failed: errors.map(reportFailure),
  };
}

/** The plan of a target that the document has no group on. */
const nothing = { groups: [], waves: [], unproved: [] };

function reportTarget(plan: TargetPlan, undeclared: readonly ObservedGroup[]): ReportTarget {
  return {
    plan,
    place: placeOf(plan),
    waves: plan.waves.map((wave) => wave.map(stepDescriber(plan))),
    notes: plan.groups.map((group) => [
      ...fieldLines(group).map((text) => ({ kind: "field", text }) as const),
      ...groupNotes(group, plan.cloud),
    ]),
    // Without the clouds' own spellings of rules, which are half of what is read.
    undeclared: undeclared.map(({ rules, ...group }) => ({
      ...group,
      rules: rules.map(({ rule, providerOwned }) => ({ rule, providerOwned })),
    })),
  };
}

/** The group's own fields that change. */
function fieldLines(group: GroupPlan): readonly string[] {
  if (group.action === "create") return describeFields(group);
  return group.action === "update" ? describeFields({ ...group.fields, previousName: group.previousName }) : [];
}

function reportFailure(error: SecurityGroupError): Report["failed"][number] {
  return { target: error.place.target, problems: describeProblems(error) };
}
