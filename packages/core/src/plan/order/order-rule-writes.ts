import type { Step } from "../step.ts";
import { writeRulesTogether } from "./group-rule-writes.ts";
import { findCircle, waitsFor } from "./find-circle.ts";
import type { OrderedSteps, PlacedUpdate } from "./placed-update.ts";
import type { OrderContext } from "./order-steps.ts";

/**
 * On a cloud that takes each rule as a write of its own: each group after those that open what it closes. Groups that wait for each other in a circle are
 * ordered together.
 */
export function orderRuleWrites(updates: readonly PlacedUpdate[], context: OrderContext): readonly OrderedSteps[] {
  const ordered: OrderedSteps[] = [];
  /** By group: the first wave after its own. */
  const ends = new Map<number, number>();
  const open = new Set(updates.keys());
  const place = (indexes: readonly number[]): void => {
    const group = indexes.flatMap((index) => updates[index] ?? []);
    const openers = new Set(indexes.flatMap((index) => waitsFor(updates, index)));
    const start = Math.max(...group.map((one) => one.start), ...[...openers].map((other) => ends.get(other) ?? 0));
    const [first = [], ...rest] = writeRulesTogether(
      group.map(({ update }) => update),
      context,
    );
    const waves = [[...group.flatMap(writesOfFields), ...first], ...rest];
    ordered.push({ start, waves });
    for (const index of indexes) {
      ends.set(index, start + waves.length);
      open.delete(index);
    }
  };
  while (open.size > 0) {
    const free = [...open].filter((index) => waitsFor(updates, index).every((other) => !open.has(other)));
    for (const index of free) place([index]);
    if (free.length === 0) place(findCircle(updates, open));
  }
  return ordered;
}

/** The group's own fields, and descriptions of rules that stay: no packet depends on them. */
function writesOfFields({ update: { observed, diff, relabels } }: PlacedUpdate): readonly Step[] {
  const group = { id: observed.id, name: observed.name };
  const labels = (relabels ? diff.relabel : []).map(({ observed: { id, rule }, description }): Step => {
    return { kind: "update-rule", group, ruleId: id, from: rule, to: { ...rule, description } };
  });
  return diff.fields ? [{ kind: "update-group", group, fields: diff.fields }, ...labels] : labels;
}
