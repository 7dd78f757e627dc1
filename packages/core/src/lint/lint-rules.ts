import type { Rule } from "../model/rule.ts";
import { findExposures, type Exposure } from "./find-exposures.ts";
import { findRedundantRules, type RedundantRule } from "./find-redundant-rules.ts";
import { minimizeRules } from "./minimize-rules.ts";

/** Rules that fewer rules could stand for. */
export interface MergeableRules {
  /** The positions of the rules, rising. */
  readonly rules: readonly number[];
  /** What they could be instead. */
  readonly merged: readonly Rule[];
}

/** Something about the rules of one group that their author should look at. Positions are those of the rules. Plain data. */
export type Finding =
  | Exposure
  | ({ readonly id: "redundant-rule"; readonly level: "warning" } & RedundantRule)
  | ({ readonly id: "mergeable-rules"; readonly level: "note" } & MergeableRules);

/** The stable names of findings. */
export type FindingId = Finding["id"];

/** Everything that there is to say about the rules of one group: what they open to the internet, which are redundant, and which could be one. */
export function lintRules(rules: readonly Rule[]): readonly Finding[] {
  return [
    ...findExposures(rules),
    ...findRedundantRules(rules).map((redundant): Finding => ({
      id: "redundant-rule",
      level: "warning",
      ...redundant,
    })),
    ...findMergeable(rules).map((mergeable): Finding => ({ id: "mergeable-rules", level: "note", ...mergeable })),
  ];
}

/** Merged rules that stand for a common rule, a part of which went into each, are told together. */
function findMergeable(rules: readonly Rule[]): readonly MergeableRules[] {
  let found: readonly MergeableRules[] = [];
  for (const { rule, from } of minimizeRules(rules).rules) {
    if (from.length === 1) continue;
    const related = found.filter((other) => other.rules.some((position) => from.includes(position)));
    const positions = new Set([...related.flatMap((other) => other.rules), ...from]);
    const merged = [...related.flatMap((other) => other.merged), rule];
    found = [
      ...found.filter((other) => !related.includes(other)),
      { rules: [...positions].sort((a, b) => a - b), merged },
    ];
  }
  return found;
}
