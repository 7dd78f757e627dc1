import type { ObservedGroup } from "../model/group.ts";
import { ruleKey } from "../normalize/rule-key.ts";

/**
 * A digest of everything of a group that a plan builds on: fields, user-managed tags, and each rule's id, identity and description.
 * Independent of order; the same for a group that does not exist.
 */
export async function fingerprintGroup(group: ObservedGroup | undefined): Promise<string> {
  const content = group && [
    group.id,
    group.name,
    group.description,
    sorted(Object.entries(group.tags)),
    sorted(group.rules.map((observed) => [observed.id, ruleKey(observed.rule), observed.rule.description])),
    sorted(group.unreadable.map((rule) => [rule.id])),
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(content ?? null));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sorted(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
