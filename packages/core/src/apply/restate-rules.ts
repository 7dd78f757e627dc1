import type { GroupId, Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import { normalizeRule } from "../normalize/normalize-rule.ts";
import { ruleKey } from "../normalize/rule-key.ts";
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
  const standing = new Map(entry.group.rules.map(({ rule, draft }) => [identityOf(rule), draft]));
  const { keep, add } = step.rules;
  const found = resolveReferences(add, created).map((rule) => standing.get(identityOf(rule)));
  return {
    ...step,
    rules: {
      keep: [
        ...keep.map((draft) => standing.get(identityOfDraft(draft)) ?? draft),
        ...found.flatMap((draft) => draft ?? []),
      ],
      add: add.filter((_, index) => found[index] === undefined),
    },
  };
}

function identityOf(rule: Rule): string {
  return `${ruleKey(rule)} ${rule.description}`;
}

function identityOfDraft(draft: RuleDraft): string {
  const normalized = normalizeRule(draft, "cloud");
  return normalized.ok ? normalized.rules.map(identityOf).join(" ") : "";
}
