import type { GroupChanges } from "../../../src/index.ts";
import type { PlacedUpdate } from "../../../src/plan/order/placed-update.ts";

/** Changes of a group that stands as an ordering takes them. */
export function placed(update: GroupChanges, waitsFor: readonly number[] = [], start = 0): PlacedUpdate {
  if (update.kind !== "update") throw new Error("only a group that stands is updated");
  return { update, start, waitsFor: new Set(waitsFor) };
}
