import { SecurityGroupError, type Plan, type Step, type TargetPlan } from "@secgroup/core";
import { findMisstep } from "./check-steps.ts";

/**
 * What a plan's fields cannot say alone: every step must concern a group that the plan lists, since only those are compared with the
 * cloud before anything is written, must do no more and no less to it than the plan lists, and what is said of a step must be about one
 * that is there.
 */
export function checkPlan(plan: Plan, file: string): readonly SecurityGroupError[] {
  const errors: SecurityGroupError[] = [];
  const refuse = (path: string, message: string): void => {
    errors.push(new SecurityGroupError("invalid-plan", message, { place: { file, path } }));
  };
  for (const [index, target] of plan.targets.entries()) {
    if (plan.targets.findIndex((other) => other.target === target.target) < index)
      refuse(`targets[${index}].target`, "names a target for the second time");
    const ids = new Set<string>(target.groups.flatMap((group) => ("id" in group ? [group.id] : [])));
    const created = new Set(target.groups.flatMap((group) => (group.action === "create" ? [group.name] : [])));
    for (const [position, { wave, step }] of target.unproved.entries()) {
      if (target.waves[wave]?.[step] === undefined)
        refuse(`targets[${index}].unproved[${position}]`, "is about a step that the plan does not have");
    }
    const steps = stepsOf(target);
    for (const { path, id, name } of steps) {
      const isListed = id === undefined ? created.has(name) : ids.has(id);
      if (!isListed) refuse(`targets[${index}].${path}`, `is about the group ${name}, which the plan does not list`);
    }
    for (const group of target.groups) {
      const own = steps.filter(({ id, name }) =>
        id === undefined ? group.action === "create" && group.name === name : "id" in group && group.id === id,
      );
      const misstep = findMisstep(
        group,
        own.map(({ step }) => step),
      );
      const path = misstep?.index === undefined ? undefined : own[misstep.index]?.path;
      if (misstep !== undefined) refuse(`targets[${index}].${path ?? "waves"}`, misstep.message);
    }
  }
  return errors;
}

/** A step with its place in the plan, and the group that it is about. */
interface PlacedStep {
  readonly path: string;
  readonly step: Step;
  /** None for a group that the plan creates. */
  readonly id?: string | undefined;
  readonly name: string;
}

/** In the order of the waves. */
function stepsOf({ waves }: TargetPlan): readonly PlacedStep[] {
  return waves.flatMap((wave, waveIndex) =>
    wave.map((step, index) => {
      const group = step.kind === "create-group" ? { id: undefined, name: step.name } : step.group;
      return { path: `waves[${waveIndex}][${index}]`, step, id: group.id, name: group.name };
    }),
  );
}
