import { createHash } from "node:crypto";

const plain = /^[a-z0-9-]+(_[a-z0-9-]+)*$/i;

/**
 * The name of the resource for a group on a target: `web__fra`. Where letters had to be replaced, eight hexadecimal digits
 * keep names apart that look the same. It depends on the two texts only, so no other group can change it.
 */
export function groupResourceName(key: string, target: string): string {
  const name = `${toIdentifier(key)}__${toIdentifier(target)}`;
  const isExact = plain.test(key) && plain.test(target) && /^[a-z]/i.test(key);
  return isExact ? name : `${/^[a-z_]/i.test(name) ? "" : "_"}${name}__${digest([key, target])}`;
}

/** The name of the resource for a rule: the group's, what the rule is about, and digits for what it matches. */
export function ruleResourceName(group: string, about: readonly string[], match: unknown): string {
  return [group, about.map(toIdentifier).join("_"), digest([group, match])].join("__");
}

function toIdentifier(text: string): string {
  return text.replaceAll(/[^a-z0-9_-]+/gi, "_");
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 8);
}
