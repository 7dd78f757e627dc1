import type { GroupId } from "../model/rule.ts";
import { ruleIdentity, rulesOfDrafts } from "../normalize/rule-identity.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import { resolveReferences } from "../plan/resolve-references.ts";
import type { Step } from "../plan/step.ts";

/**
 * The same step, a complete set of rules in the words in which the cloud has them by now: what an earlier wave added it may have stored in another spelling, and it may
 * compare texts. Other steps are returned as they are.
 */
export function restateRules(step: Step, observed: ObservedTarget, created: ReadonlyMap<string, GroupId>): Step {
  if (step.kind !== "update-group" || step.rules === undefined) return step;
  const id = step.group.id ?? created.get(step.group.name);
  const entry = observed.find(({ group }) => group.id === id);
  if (entry?.rules !== "listed") return step;
  const standing = new Map(entry.group.rules.map(({ rule, draft }) => [ruleIdentity(rule), draft]));
  const { keep, add } = step.rules;
  const found = resolveReferences(add, created).map((rule) => standing.get(ruleIdentity(rule)));
  return {
    ...step,
    rules: {
      keep: [
        ...keep.map((draft) => standing.get(rulesOfDrafts([draft]).map(ruleIdentity).join(" ")) ?? draft),
        ...found.flatMap((draft) => draft ?? []),
      ],
      add: add.filter((_, index) => found[index] === undefined),
    },
  };
}
