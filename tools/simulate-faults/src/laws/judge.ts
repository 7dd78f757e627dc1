import type { Outcome } from "../run/outcome.ts";
import { comesToAnEnd } from "./comes-to-an-end.ts";
import { converges } from "./converges.ts";
import type { Law } from "./law.ts";
import { noDuplicate } from "./no-duplicate.ts";
import { noWriteAfterAbort } from "./no-write-after-abort.ts";
import { secondPlanEmpty } from "./second-plan-empty.ts";
import { speaksClearly } from "./speaks-clearly.ts";
import { tellsTheTruth } from "./tells-the-truth.ts";
import { touchesNothingElse } from "./touches-nothing-else.ts";
import { withinBounds } from "./within-bounds.ts";
import { withinLimits } from "./within-limits.ts";

export const laws: readonly Law[] = [
  comesToAnEnd,
  converges,
  secondPlanEmpty,
  noDuplicate,
  withinBounds,
  withinLimits,
  touchesNothingElse,
  noWriteAfterAbort,
  tellsTheTruth,
  speaksClearly,
];

/** A law that was broken, and by what. */
export interface Breach {
  readonly law: string;
  readonly sentence: string;
}

export function judge(outcome: Outcome): readonly Breach[] {
  return laws.flatMap(({ name, judge }) => judge(outcome).map((sentence) => ({ law: name, sentence })));
}
