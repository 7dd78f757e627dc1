import type { GroupFieldsChange } from "@secgroup/core";

/** A group's own fields that change, one line each. */
export function describeFields(
  fields: GroupFieldsChange & { readonly previousName?: string | undefined },
): readonly string[] {
  const { name, previousName, description, tags } = fields;
  const lines: string[] = [];
  if (previousName !== undefined && name !== undefined) lines.push(`name "${previousName}" → "${name}"`);
  if (description !== undefined) lines.push(`description: "${description}"`);
  if (tags === null) lines.push("all tags are removed");
  for (const [key, value] of Object.entries(tags ?? {})) {
    lines.push(value === null ? `tag ${key} is removed` : `tag ${key}: "${value}"`);
  }
  return lines;
}
