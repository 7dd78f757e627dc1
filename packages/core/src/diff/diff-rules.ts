import type { ObservedRule } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import { ruleKey, type RuleKey } from "../normalize/rule-key.ts";

/** A rule that stays but is to carry another description. */
export interface Relabel {
  readonly observed: ObservedRule;
  readonly description: string;
}

/** What leads from the observed rules to the desired ones. Every observed rule is in exactly one of `keep`, `relabel` and `remove`. */
export interface RuleDiff {
  readonly create: readonly Rule[];
  readonly remove: readonly ObservedRule[];
  readonly relabel: readonly Relabel[];
  readonly keep: readonly ObservedRule[];
}

interface Wanted {
  readonly rule: Rule;
  found: ObservedRule | undefined;
}

/**
 * Compares canonical rules by identity. Where the cloud holds one rule several times, one copy stays (one with the wanted
 * description, if there is one) and the others are removed. Order: as observed, and for `create` as desired.
 */
export function diffRules(observed: readonly ObservedRule[], desired: readonly Rule[]): RuleDiff {
  const wanted = new Map<RuleKey, Wanted>();
  for (const rule of desired) {
    const key = ruleKey(rule);
    if (!wanted.has(key)) wanted.set(key, { rule, found: undefined });
  }
  const remove: ObservedRule[] = [];
  for (const candidate of observed) {
    const entry = wanted.get(ruleKey(candidate.rule));
    if (entry === undefined) {
      remove.push(candidate);
    } else if (entry.found === undefined) {
      entry.found = candidate;
    } else if (
      entry.found.rule.description !== entry.rule.description &&
      candidate.rule.description === entry.rule.description
    ) {
      remove.push(entry.found);
      entry.found = candidate;
    } else {
      remove.push(candidate);
    }
  }
  const create: Rule[] = [];
  const relabel: Relabel[] = [];
  const keep: ObservedRule[] = [];
  for (const { rule, found } of wanted.values()) {
    if (found === undefined) create.push(rule);
    else if (found.rule.description === rule.description) keep.push(found);
    else relabel.push({ observed: found, description: rule.description });
  }
  return { create, remove, relabel, keep };
}
