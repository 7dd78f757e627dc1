import type { GroupPlan, PicturedRule, PlannedRelabel, Rule } from "@secgroup/core";

/** A rule of a picture, with what a person should read beside it. */
export interface NotedRule extends PicturedRule {
  readonly note: string;
}

/** The rules of a group before and after a plan: first those that come, then those that go, then those that stay. */
export function picturedRules(group: GroupPlan): readonly NotedRule[] {
  const withoutEffect = group.traffic?.withoutEffect;
  const added = (rules: readonly Rule[]): readonly NotedRule[] =>
    rules.map((rule, index) => ({ rule, stands: "after", note: noteOf(rule, withoutEffect?.added.includes(index)) }));
  const removed = (rules: readonly { readonly rule: Rule }[]): readonly NotedRule[] =>
    rules.map(({ rule }, index) => ({
      rule,
      stands: "before",
      note: noteOf(rule, withoutEffect?.removed.includes(index)),
    }));
  switch (group.action) {
    case "create":
      return added(group.added);
    case "delete":
      return removed(group.removed);
    case "stay-absent":
      return [];
    case "update":
    case "keep":
      return [
        ...added(group.added),
        ...removed(group.removed),
        ...group.relabelled.map((relabel): NotedRule => ({
          rule: relabel.rule,
          stands: "always",
          note: relabelNote(relabel),
        })),
        ...[...group.kept, ...group.relabelsLeft, ...group.unlistedKept].map(({ rule }): NotedRule => ({
          rule,
          stands: "always",
          note: rule.description,
        })),
      ];
  }
}

function noteOf({ description }: Rule, isWithoutEffect: boolean = false): string {
  if (!isWithoutEffect) return description;
  return `${description} (no effect on traffic)`.trim();
}

function relabelNote({ rule, description }: PlannedRelabel): string {
  return `"${rule.description}" → "${description}"`;
}
