import type { Tags } from "../model/group.ts";
import type { TagsPatch } from "../plan/step.ts";

/** Whether a merge patch of tags has taken effect. */
export function isPatched(tags: Tags, patch: TagsPatch | null | undefined): boolean {
  if (patch === null) return Object.keys(tags).length === 0;
  return Object.entries(patch ?? {}).every(([key, value]) => (tags[key] ?? null) === value);
}
