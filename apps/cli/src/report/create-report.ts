import type { Report } from "@secgroup/console";
import type { DocumentPlan } from "../planning/plan-document.ts";
import { sumCounts } from "../planning/plan-counts.ts";
import { readVersion } from "../read-version.ts";
import { stepDescriber } from "../render/describe-step.ts";
import { renderTotal } from "../render/render-counts.ts";
import { placeOf } from "../render/render-target.ts";
import { stylesFor } from "../render/styles.ts";

/** What the page is given to show. `document` is the file as the user named it, `madeAt` milliseconds since the epoch. */
export function createReport(
  { plan, counts, failed }: Pick<DocumentPlan, "plan" | "counts" | "failed">,
  document: string,
  madeAt: number,
): Report {
  return {
    document,
    madeAt,
    version: readVersion(),
    summary: renderTotal(plan.targets, sumCounts(counts), [], stylesFor({ hasColor: false })),
    targets: plan.targets.map((target) => ({
      plan: target,
      place: placeOf(target),
      waves: target.waves.map((wave) => wave.map(stepDescriber(target))),
    })),
    failed: failed.map(({ message, place }) => (place.target === undefined ? message : `${place.target}: ${message}`)),
  };
}
