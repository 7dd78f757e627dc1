import type { Step } from "../step.ts";
import { writeRulesTogether } from "./group-rule-writes.ts";
import type { OrderedSteps, PlacedUpdate } from "./order-safely.ts";
import type { OrderContext } from "./order-steps.ts";

/** On a cloud that takes each rule as a write of its own: groups that hand something over are ordered together, all others by themselves. */
export function orderRuleWrites(updates: readonly PlacedUpdate[], context: OrderContext): readonly OrderedSteps[] {
  return findCircles(updates).map((circle): OrderedSteps => {
    const [first = [], ...rest] = writeRulesTogether(
      circle.map(({ update }) => update),
      context,
    );
    const waves = [[...circle.flatMap((one) => writesOfFields(one)), ...first], ...rest];
    return { start: Math.max(...circle.map(({ start }) => start)), waves };
  });
}

/** The group's own fields, and descriptions of rules that stay: no packet depends on them. */
function writesOfFields({ update: { observed, diff, relabels } }: PlacedUpdate): readonly Step[] {
  const group = { id: observed.id, name: observed.name };
  const labels = (relabels ? diff.relabel : []).map(({ observed: { id, rule }, description }): Step => {
    return { kind: "update-rule", group, ruleId: id, from: rule, to: { ...rule, description } };
  });
  return diff.fields ? [{ kind: "update-group", group, fields: diff.fields }, ...labels] : labels;
}

/** Groups that wait for each other, directly or through others. */
function findCircles(updates: readonly PlacedUpdate[]): readonly (readonly PlacedUpdate[])[] {
  const open = new Set(updates.keys());
  const circles: PlacedUpdate[][] = [];
  for (const start of open) {
    const circle = new Set([start]);
    for (const index of circle) {
      open.delete(index);
      for (const other of open) {
        if (updates[index]?.waitsFor.has(other) || updates[other]?.waitsFor.has(index)) circle.add(other);
      }
    }
    circles.push([...circle].flatMap((index) => updates[index] ?? []));
  }
  return circles;
}
