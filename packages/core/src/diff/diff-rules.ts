import type { ObservedRule } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import { indexRules } from "./rule-index.ts";

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

/**
 * Compares canonical rules by identity. Where the cloud holds one rule several times, one copy stays (one with the wanted
 * description, if there is one) and the others are removed. Order: as observed, and for `create` as desired.
 */
export function diffRules(observed: readonly ObservedRule[], desired: readonly Rule[]): RuleDiff {
  const { rules: wanted, find } = indexRules(desired);
  const found: (ObservedRule | undefined)[] = wanted.map(() => undefined);
  const remove: ObservedRule[] = [];
  for (const candidate of observed) {
    const position = find(candidate.rule);
    if (position < 0) {
      remove.push(candidate);
      continue;
    }
    const other = found[position];
    const description = wanted[position]?.description;
    if (other === undefined) {
      found[position] = candidate;
    } else if (other.rule.description !== description && candidate.rule.description === description) {
      remove.push(other);
      found[position] = candidate;
    } else {
      remove.push(candidate);
    }
  }
  const create: Rule[] = [];
  const relabel: Relabel[] = [];
  const keep: ObservedRule[] = [];
  wanted.forEach((rule, position) => {
    const match = found[position];
    if (match === undefined) create.push(rule);
    else if (match.rule.description === rule.description) keep.push(match);
    else relabel.push({ observed: match, description: rule.description });
  });
  return { create, remove, relabel, keep };
}
