import type { Tags } from "../model/group.ts";
import type { TagsPatch } from "../plan/step.ts";

/**
 * The merge patch that leads from the present user-managed tags to the desired ones: `undefined` when nothing differs,
 * `null` when all go and none comes.
 */
export function diffTags(present: Tags, desired: Tags): TagsPatch | null | undefined {
  const removed = Object.keys(present).filter((key) => !Object.hasOwn(desired, key));
  const set = Object.entries(desired).filter(([key, value]) => present[key] !== value);
  if (removed.length === 0 && set.length === 0) return undefined;
  if (Object.keys(desired).length === 0) return null;
  return Object.fromEntries([...set, ...removed.map((key): [string, null] => [key, null])]);
}
