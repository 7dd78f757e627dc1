import type { Rule } from "../../model/rule.ts";
import { ruleIdentity, rulesOfDrafts } from "../../normalize/rule-identity.ts";
import { ruleKey } from "../../normalize/rule-key.ts";
import type { GroupChanges } from "../group-changes.ts";
import { rulesAfter } from "../group-traffic.ts";
import { isStepOf } from "../is-step-of.ts";
import type { Wave } from "../plan.ts";
import type { RuleSet } from "../step.ts";

/** A group while one wave runs. */
export interface WaveProgress {
  /** Rules that stand whatever order the steps take. */
  readonly certain: readonly Rule[];
  /** Rules that may go, each with the position of its step in the wave. */
  readonly leaving: readonly { readonly rule: Rule; readonly step: number }[];
  /** Whether the wave brings any rule. */
  readonly isAdding: boolean;
  /** The most rules that the group may hold, and the position of the last step that adds to them. */
  readonly most: { readonly rules: number; readonly step: number };
}

interface StandingRule {
  /** The rule's id; none for a rule that the plan itself creates. */
  readonly id?: string | undefined;
  readonly rule: Rule;
}

/**
 * Follows the rules of a group that stands through the waves of a plan. An update in place counts as one rule that may go before the other comes; one
 * that changes a description alone leaves the rule standing. Throws for a rule that the group's changes do not hold, which is a defect of the
 * ordering strategy.
 */
export function followGroup(
  changes: Exclude<GroupChanges, { readonly kind: "create" }>,
  waves: readonly Wave[],
): readonly WaveProgress[] {
  const { observed } = changes;
  const wanted = new Map(
    [...observed.rules.map(({ rule }) => rule), ...rulesAfter(changes)].map((rule) => [ruleKey(rule), rule]),
  );
  const known = (rule: Rule): Rule => {
    const found = wanted.get(ruleKey(rule));
    if (found === undefined) throw new Error(`a step writes a rule that the changes of ${observed.name} do not hold`);
    return found;
  };
  let standing: readonly StandingRule[] = observed.rules;
  return waves.map((wave) => {
    const leaving = new Map<StandingRule, number>();
    const coming: StandingRule[] = [];
    let most = { rules: standing.length, step: 0 };
    const add = (added: readonly StandingRule[], room: number, step: number): void => {
      coming.push(...added);
      most = { rules: most.rules + room, step };
    };
    for (const [index, step] of wave.entries()) {
      if (!isStepOf(step, changes)) continue;
      switch (step.kind) {
        case "create-rule":
          add([{ rule: known(step.rule) }], 1, index);
          break;
        case "delete-rule":
        case "update-rule":
          for (const one of standing.filter(({ id }) => id === step.ruleId)) {
            if (step.kind === "update-rule" && ruleKey(step.to) === ruleKey(one.rule)) continue;
            leaving.set(one, index);
            if (step.kind === "update-rule") add([{ id: one.id, rule: known(step.to) }], 0, index);
          }
          break;
        case "update-group": {
          if (step.rules === undefined) break;
          const { gone, added } = compareSet(standing, step.rules, known);
          for (const one of gone) leaving.set(one, index);
          // The cloud may add before it removes.
          add(added, added.length, index);
          break;
        }
        case "create-group":
        case "delete-group":
          break;
      }
    }
    const certain = standing.filter((one) => !leaving.has(one));
    standing = [...certain, ...coming];
    return {
      certain: certain.map(({ rule }) => rule),
      leaving: [...leaving].map(([{ rule }, step]) => ({ rule, step })),
      isAdding: coming.length > 0,
      most,
    };
  });
}

/** What a complete set takes away and adds; a rule whose description differs goes and comes. */
function compareSet(
  standing: readonly StandingRule[],
  { keep, add }: RuleSet,
  known: (rule: Rule) => Rule,
): { readonly gone: readonly StandingRule[]; readonly added: readonly StandingRule[] } {
  const kept = rulesOfDrafts(keep);
  const missing = new Map<string, Rule[]>();
  for (const rule of [...kept, ...add]) {
    const key = ruleIdentity(rule);
    missing.set(key, [...(missing.get(key) ?? []), rule]);
  }
  const gone = standing.filter(({ rule }) => missing.get(ruleIdentity(rule))?.pop() === undefined);
  return {
    gone,
    added: [...missing.values()].flat().map((rule) => ({ rule: { ...known(rule), description: rule.description } })),
  };
}
