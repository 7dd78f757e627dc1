import type { Rule } from "../model/rule.ts";
import { createTrafficSpace } from "../traffic/traffic-space.ts";
import { findCovering, findNeeded } from "./covering-rules.ts";
import { extentOf, widthOf } from "./rule-extent.ts";

/** A rule that can go without any packet being lost. */
export interface RedundantRule {
  /** Its position. */
  readonly rule: number;
  /**
   * The positions of few rules that together match everything that it matches; none of them is redundant. Empty for a rule that
   * matches nothing.
   */
  readonly coveredBy: readonly number[];
}

/**
 * The rules that the others cover, in their order. All of them can go at once: of rules that cover each other, the narrower is redundant, and of
 * equally wide ones the later.
 */
export function findRedundantRules(rules: readonly Rule[]): readonly RedundantRule[] {
  const space = createTrafficSpace(rules);
  const sets = rules.map((rule) => ({ traffic: space.ofRule(rule), width: widthOf(extentOf(rule)) }));
  const needed = findNeeded(sets, space);
  const neededSets = needed.flatMap((position) => sets[position] ?? []);
  const isNeeded = new Set(needed);
  return sets.flatMap(({ traffic }, rule) => {
    if (isNeeded.has(rule)) return [];
    return [{ rule, coveredBy: findCovering(traffic, neededSets, space).flatMap((index) => needed[index] ?? []) }];
  });
}
