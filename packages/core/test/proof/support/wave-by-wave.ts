import type { GroupChanges, Wave } from "../../../src/index.ts";
import type { Planner } from "./find-breach.ts";

/** The changes of a group that stands. */
export type GroupUpdate = Extract<GroupChanges, { readonly kind: "update" }>;

/** A planner that runs the first waves of all groups at once, then the second ones, and so on. */
export function waveByWave(wavesOf: (change: GroupUpdate) => readonly Wave[]): Planner {
  return (changes) => {
    const lists = changes.flatMap((change) => (change.kind === "update" ? [wavesOf(change)] : []));
    const length = Math.max(0, ...lists.map((waves) => waves.length));
    return Array.from({ length }, (_, index) => lists.flatMap((waves) => waves[index] ?? []));
  };
}
