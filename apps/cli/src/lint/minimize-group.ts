import { writeEntries, type NameGroup, type RuleEdit } from "@secgroup/config";
import { minimizeRules, type MinimalRule } from "@secgroup/core";
import { groupBy } from "./group-by.ts";
import type { SaidGroup } from "./said-rules.ts";

/** What makes a group's rules as few as merging finds. */
export interface GroupEdit {
  readonly group: string;
  /** At least one; none of a list that stays as it is. */
  readonly edits: readonly RuleEdit[];
  /** The numbers of rules before and after. */
  readonly before: number;
  readonly after: number;
}

/**
 * The edits of the entries whose rules are dropped or merged; nothing when there are none. An entry that is left with no rule goes;
 * any other is replaced by what is left of it, and a merged rule stands where the first of its rules stood.
 */
export function minimizeGroup({ key, rules }: SaidGroup, nameGroup: NameGroup): GroupEdit | undefined {
  const minimal = minimizeRules(rules.map(({ rule }) => rule));
  /** What stands in the place of each rule now. */
  const now = groupBy(minimal.rules, ({ from }) => from[0]);
  const said = rules.map((rule, position) => ({ ...rule, now: now.get(position) ?? [] }));
  const edits = (["ingress", "egress"] as const).flatMap((direction): readonly RuleEdit[] => {
    const byEntry = groupBy(
      said.filter((rule) => rule.direction === direction),
      ({ entry }) => entry,
    );
    const changed = [...byEntry].filter(([, rules]) => !rules.every(isKept));
    if (changed.length === 0) return [];
    const entries = changed.map(([entry, rules]) => {
      const left = rules.flatMap((rule) => rule.now.map((minimal) => minimal.rule));
      return [entry, writeEntries(left, direction, nameGroup)] as const;
    });
    return [{ group: key, direction, entries: new Map(entries) }];
  });
  return edits.length === 0 ? undefined : { group: key, edits, before: rules.length, after: minimal.rules.length };
}

function isKept({ now: [first] }: { readonly now: readonly MinimalRule[] }): boolean {
  return first?.from.length === 1;
}
