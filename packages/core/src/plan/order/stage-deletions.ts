import type { ObservedGroup } from "../../model/group.ts";

/**
 * Orders groups to delete so that each goes after those whose rules refer to it; a circle goes in one wave.
 * Gcore would otherwise remove the referring rules silently.
 */
export function stageDeletions(groups: readonly ObservedGroup[]): readonly (readonly ObservedGroup[])[] {
  const waves: ObservedGroup[][] = [];
  let waiting = [...groups];
  while (waiting.length > 0) {
    const free = waiting.filter((group) => !waiting.some((other) => other !== group && refersTo(other, group)));
    const wave = free.length > 0 ? free : waiting;
    waves.push(wave);
    waiting = waiting.filter((group) => !wave.includes(group));
  }
  return waves;
}

/** Whether a rule of `group` has `other` as its remote. */
export function refersTo(group: ObservedGroup, other: ObservedGroup): boolean {
  return group.rules.some(({ rule }) => rule.remote.kind === "group" && rule.remote.id === other.id);
}
