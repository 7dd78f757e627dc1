import type { Rule } from "../../model/rule.ts";
import { ruleKey } from "../../normalize/rule-key.ts";
import type { GroupChanges } from "../group-changes.ts";
import { isStepOf } from "../is-step-of.ts";
import type { Wave } from "../plan.ts";
import { rulesBroughtBy } from "../rules-brought-by.ts";

/** The first step that adds a rule to a group, such as `step 3 of wave 1`; nothing when no step does. */
export function findAddingStep(rule: Rule, changes: GroupChanges, waves: readonly Wave[]): string | undefined {
  const key = ruleKey(rule);
  for (const [wave, steps] of waves.entries()) {
    const step = steps.findIndex(
      (one) => isStepOf(one, changes) && rulesBroughtBy(one).some((added) => ruleKey(added) === key),
    );
    if (step >= 0) return `step ${step + 1} of wave ${wave + 1}`;
  }
  return undefined;
}
