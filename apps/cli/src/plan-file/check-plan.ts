import { SecurityGroupError, type Plan, type TargetPlan } from "@secgroup/core";

/**
 * What a plan's fields cannot say alone: every step must concern a group that the plan lists, since only those are compared with the
 * cloud before anything is written, and what is said of a step must be about one that is there.
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
    for (const [path, { id, name }] of groupsOfSteps(target)) {
      const isListed = id === undefined ? created.has(name) : ids.has(id);
      if (!isListed) refuse(`targets[${index}].${path}`, `is about the group ${name}, which the plan does not list`);
    }
  }
  return errors;
}

function groupsOfSteps({
  waves,
}: TargetPlan): readonly (readonly [
  path: string,
  group: { readonly id?: string | undefined; readonly name: string },
])[] {
  return waves.flatMap((wave, waveIndex) =>
    wave.map(
      (step, index) =>
        [`waves[${waveIndex}][${index}]`, step.kind === "create-group" ? { name: step.name } : step.group] as const,
    ),
  );
}
