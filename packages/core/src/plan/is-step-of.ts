import type { GroupChanges } from "./group-changes.ts";
import type { Step } from "./step.ts";

/** Whether a step writes the group that some changes are about. Names tell new groups only; of those that stand, several may bear one. */
export function isStepOf(step: Step, changes: GroupChanges): boolean {
  if (changes.kind === "create") {
    const { name } = changes.desired;
    return step.kind === "create-group" ? step.name === name : step.group.id === undefined && step.group.name === name;
  }
  return step.kind !== "create-group" && step.group.id === changes.observed.id;
}
