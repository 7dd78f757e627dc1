import { describeRule, type Rule } from "@secgroup/core";

/** Names of groups by id, for rules that refer to them. */
export type GroupNames = ReadonlyMap<string, string>;

/** A rule and what is said beside it. */
export interface NotedRule {
  readonly rule: Rule;
  readonly note: string;
}

/** What stands on one line: a rule, or the same one for IPv4 and IPv6. */
export interface RuleLine {
  readonly text: string;
  readonly note: string;
}

const version = / \((IPv[46])\)$/;

/** A rule in one line, with the name of a remote group where it is known. */
export function describeNamed(rule: Rule, names: GroupNames): string {
  const name = rule.remote.kind === "group" ? names.get(rule.remote.id) : undefined;
  return describeRule(name === undefined ? rule : { ...rule, remote: { kind: "named-group", name } });
}

/** The rules in their order; two that differ in nothing but the IP version share the line of the first. */
export function describeRules(rules: readonly NotedRule[], names: GroupNames): readonly RuleLine[] {
  const lines: { text: string; readonly note: string }[] = [];
  const halves = new Map<string, (typeof lines)[number]>();
  for (const { rule, note } of rules) {
    const text = describeNamed(rule, names);
    const other = text.replace(version, rule.ipVersion === "IPv4" ? " (IPv6)" : " (IPv4)");
    const half = halves.get(JSON.stringify([other, note]));
    if (half === undefined) {
      const line = { text, note };
      lines.push(line);
      halves.set(JSON.stringify([text, note]), line);
    } else {
      half.text = text.replace(version, " (IPv4 + IPv6)");
      halves.delete(JSON.stringify([other, note]));
    }
  }
  return lines;
}
