import type { Wave } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";

/** The steps in an order in which the groups take turns, so that a group with one write does not wait for one with a hundred. */
export function takeTurns(wave: Wave): readonly Step[] {
  const turns = new Map<string, number>();
  return wave
    .map((step) => {
      const group = step.kind === "create-group" ? step.name : (step.group.id ?? step.group.name);
      const turn = turns.get(group) ?? 0;
      turns.set(group, turn + 1);
      return { step, turn };
    })
    .toSorted((left, right) => left.turn - right.turn)
    .map(({ step }) => step);
}
