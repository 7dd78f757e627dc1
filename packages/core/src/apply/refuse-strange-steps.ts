import { rulesOfDrafts } from "../normalize/rule-identity.ts";
import { ruleKey } from "../normalize/rule-key.ts";
import type { GroupChanges } from "../plan/group-changes.ts";
import { rulesAfter, rulesBefore } from "../plan/group-traffic.ts";
import { isStepOf } from "../plan/is-step-of.ts";
import type { Wave } from "../plan/plan.ts";
import { rulesBroughtBy } from "../plan/rules-brought-by.ts";
import type { Step } from "../plan/step.ts";

/**
 * Throws for a step that no changes of a plan ask for: on a group that it leaves alone, one that deletes a group which is to stay, or one with a rule that is neither
 * among the old nor among the new ones. What is proved of the changes says nothing about such a step.
 */
export function refuseStrangeSteps(changes: readonly GroupChanges[], waves: readonly Wave[]): void {
  const expected = changes.map((change) => ({
    change,
    keys: new Set([...rulesBefore(change), ...rulesAfter(change)].map(ruleKey)),
  }));
  for (const step of waves.flat()) {
    const own = expected.find(({ change }) => isStepOf(step, change));
    if (own === undefined) throw new Error(`a step writes the group ${nameOf(step)}, which the plan leaves alone`);
    if (step.kind === "delete-group" && own.change.kind !== "delete")
      throw new Error(`a step deletes the group ${nameOf(step)}, which the plan does not`);
    if (!hasOnly(step, own.keys))
      throw new Error(`a step brings the group ${nameOf(step)} a rule that the plan does not`);
  }
}

function hasOnly(step: Step, keys: ReadonlySet<string>): boolean {
  const keep = step.kind === "update-group" ? (step.rules?.keep ?? []) : [];
  const kept = keep.map((draft) => rulesOfDrafts([draft]));
  return (
    kept.every((rules) => rules.length > 0) &&
    [...kept.flat(), ...rulesBroughtBy(step)].every((rule) => keys.has(ruleKey(rule)))
  );
}

function nameOf(step: Step): string {
  return step.kind === "create-group" ? step.name : step.group.name;
}
