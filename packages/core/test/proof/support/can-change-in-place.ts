import type { Rule, RuleField, RuleUpdates } from "../../../src/index.ts";

/** Whether a cloud with these updates can turn one rule into the other in place. */
export function canChangeInPlace(from: Rule, to: Rule, updates: RuleUpdates): boolean {
  if (!updates.supported) return false;
  const changed = (field: RuleField): boolean => fieldOf(from, field) !== fieldOf(to, field);
  const cleared = (field: RuleField): boolean => changed(field) && fieldOf(to, field) === undefined;
  return !updates.immutable.some(changed) && !updates.unclearable.some(cleared);
}

/** A field's value as text, `undefined` where it matches everything. */
function fieldOf(rule: Rule, field: RuleField): string | undefined {
  const said: Readonly<Record<string, unknown>> = { ...rule };
  const value = said[field];
  const matchesAll = value === undefined || value === "any" || value === "all";
  if (matchesAll || (field === "remote" && rule.remote.kind === "any")) return undefined;
  if (field === "local" && rule.local.kind === "any") return undefined;
  return JSON.stringify(value);
}
