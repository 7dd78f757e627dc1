import type { GroupPlan, PlannedRelabel, Rule, TrafficChange } from "@secgroup/core";
import { alignRows, type Row } from "./align.ts";
import { cutList, more } from "./cut.ts";
import { describeFields } from "./describe-fields.ts";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import { noEffect } from "./render-traffic.ts";
import type { Styles } from "./styles.ts";

type UpdatePlan = Extract<GroupPlan, { readonly action: "update" | "keep" }>;

/** The rules and the fields of a group that change, a line each. A list of more rules than `most` is cut; default none is. */
export function renderGroupRules(
  group: GroupPlan,
  names: GroupNames,
  styles: Styles,
  most: number = Infinity,
): readonly string[] {
  switch (group.action) {
    case "create":
      return [
        ...describeFields(group).map((line) => `      ${line}`),
        ...ruleRows(addedRows(group, names, styles), styles, most),
      ];
    case "delete": {
      const removed = group.removed.map(({ rule }) => ({ rule, note: rule.description }));
      const rows = describeRules(removed, names).map((line) => ({ sign: styles.red("-"), ...line }));
      return ruleRows(rows, styles, most);
    }
    case "stay-absent":
    case "keep":
      return [];
    case "update":
      return renderChanges(group, names, styles, most);
  }
}

function renderChanges(group: UpdatePlan, names: GroupNames, styles: Styles, most: number): readonly string[] {
  const withoutEffect = group.traffic?.withoutEffect.removed ?? [];
  const removed = group.removed.map(({ rule }, index) => ({ rule, note: noteOf(rule, withoutEffect.includes(index)) }));
  const relabelled = group.relabelled.map((relabel) => ({ rule: relabel.rule, note: relabelNote(relabel) }));
  const rows: Row[] = [
    ...addedRows(group, names, styles),
    ...describeRules(removed, names).map((line) => ({ sign: styles.red("-"), ...line })),
    ...describeRules(relabelled, names).map((line) => ({ sign: styles.yellow("~"), ...line })),
  ];
  const fields = describeFields({ ...group.fields, previousName: group.previousName });
  return [...fields.map((line) => `      ${styles.yellow("~")} ${line}`), ...ruleRows(rows, styles, most)];
}

function ruleRows(rows: readonly Row[], styles: Styles, most: number): readonly string[] {
  const { shown, left } = cutList(rows, most);
  return [...alignRows(shown, "      ", styles), ...(left > 0 ? [`        ${styles.dim(more(left, "rules"))}`] : [])];
}

function addedRows(
  { added, traffic }: { readonly added: readonly Rule[]; readonly traffic?: TrafficChange | undefined },
  names: GroupNames,
  styles: Styles,
): readonly Row[] {
  const withoutEffect = traffic?.withoutEffect.added ?? [];
  const noted = added.map((rule, index) => ({ rule, note: noteOf(rule, withoutEffect.includes(index)) }));
  return describeRules(noted, names).map((line) => ({ sign: styles.green("+"), ...line }));
}

function noteOf({ description }: Rule, isWithoutEffect: boolean): string {
  if (!isWithoutEffect) return description;
  return description === "" ? noEffect : `${description} (${noEffect})`;
}

function relabelNote({ rule, description }: PlannedRelabel): string {
  return `"${rule.description}" → "${description}"`;
}
