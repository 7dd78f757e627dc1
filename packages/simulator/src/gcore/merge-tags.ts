export type Tags = ReadonlyMap<string, string>;

/** A change of tags as "Update security group" has it: JSON Merge Patch, where null in place of the object removes all. */
export type TagsPatch = Readonly<Record<string, string | null>> | null;

/** The user's tags after the patch. A key of a read-only tag is passed over, whatever the patch wants of it. */
export function mergeTags(tags: Tags, patch: TagsPatch, readOnly: Tags): Tags {
  if (patch === null) return new Map();
  const merged = new Map(tags);
  for (const [key, value] of Object.entries(patch)) {
    if (readOnly.has(key)) continue;
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }
  return merged;
}

/** Whether both hold the same keys with the same values. */
export const equalTags = (a: Tags, b: Tags): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
