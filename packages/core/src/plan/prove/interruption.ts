import type { Traffic, TrafficSpace } from "../../traffic/traffic-space.ts";
import { findCulprit } from "./find-culprit.ts";
import type { WaveProgress } from "./group-progress.ts";
import type { UnprovedStep } from "./unproved-step.ts";

/** The interruption by the step that takes away what allowed an example of the traffic; none when nothing is lost by any. */
export function interruption(
  lost: Traffic,
  space: TrafficSpace,
  where: { readonly group: string; readonly wave: number; readonly handedOverTo?: string },
  leaving: WaveProgress["leaving"],
): readonly UnprovedStep[] {
  const culprit = findCulprit(lost, space, leaving);
  if (culprit === undefined) return [];
  const { step, packet } = culprit;
  return [{ reason: "interrupts", ...where, step, packet, traffic: space.describe(lost) }];
}
