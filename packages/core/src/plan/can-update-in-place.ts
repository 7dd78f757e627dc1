import type { RuleField, RuleUpdates } from "../adapter/capabilities.ts";
import type { Rule } from "../model/rule.ts";

/** What keeps a rule from being changed in place. */
export interface UpdateObstacle {
  /** `rules` when no rule of the cloud can be changed. */
  readonly field: RuleField | "rules";
  readonly reason: string;
}

/** Whether the cloud can turn one rule into the other without removing and adding it. */
export function canUpdateInPlace(from: Rule, to: Rule, updates: RuleUpdates): boolean {
  return findUpdateObstacle(from, to, updates) === undefined;
}

/** Whether a rule's description alone can change without the rule being removed and added. */
export function canRelabelInPlace(updates: RuleUpdates): boolean {
  return updates.supported && !updates.immutable.includes("description");
}

/** The first thing that keeps the cloud from turning one rule into the other; nothing when it can. */
export function findUpdateObstacle(from: Rule, to: Rule, updates: RuleUpdates): UpdateObstacle | undefined {
  if (!updates.supported) return { field: "rules", reason: updates.reason };
  const isChanged = (field: RuleField): boolean => readField(from, field) !== readField(to, field);
  const fixed = updates.immutable.find(isChanged);
  if (fixed) return { field: fixed, reason: `its ${fixed} stays as it was created` };
  const cleared = updates.unclearable.find((field) => isChanged(field) && readField(to, field) === "");
  return cleared && { field: cleared, reason: `its ${cleared} can change, but not be cleared` };
}

/** Equal for rules that can become the same rules, and that the same rules can become. */
export function updateKind(rule: Rule, updates: RuleUpdates): string {
  if (!updates.supported) return "";
  const fixed = updates.immutable.map((field) => readField(rule, field));
  const cleared = updates.unclearable.map((field) => readField(rule, field) === "");
  return JSON.stringify([fixed, cleared]);
}

/** What a rule says in a field, as text to compare; empty where the field matches everything. */
function readField(rule: Rule, field: RuleField): string {
  switch (field) {
    case "direction":
    case "ipVersion":
    case "description":
      return rule[field];
    case "protocol":
    case "sourceMac":
      return rule[field] === "any" ? "" : rule[field];
    case "ports":
      return "ports" in rule && rule.ports !== "all" ? `${rule.ports.from}-${rule.ports.to}` : "";
    case "icmp":
      return "icmp" in rule && rule.icmp !== "all" ? `${rule.icmp.type}/${rule.icmp.code ?? ""}` : "";
    case "remote":
    case "local":
      return readEnd(rule[field]);
  }
}

function readEnd(end: Rule["remote"]): string {
  switch (end.kind) {
    case "any":
      return "";
    case "cidr":
      return end.cidr;
    case "group":
      return `id ${end.id}`;
    case "named-group":
      return `name ${end.name}`;
  }
}
