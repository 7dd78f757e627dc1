import type { PresentGroup } from "../../model/group.ts";
import type { Rule } from "../../model/rule.ts";

/** A group to create, with the rules that it can be created with and those that must wait for another new group's id. */
export interface StagedCreation {
  readonly group: PresentGroup;
  readonly stage: number;
  readonly rules: readonly Rule[];
  readonly deferred: readonly Rule[];
}

/**
 * Orders new groups so that each is created after those that its rules refer to, which takes one write a group. Where they
 * refer to each other in a circle, or to themselves, one group starts without the rules that close the circle.
 */
export function stageCreations(groups: readonly PresentGroup[]): readonly StagedCreation[] {
  const staged: StagedCreation[] = [];
  const created = new Set<string>();
  let waiting = [...groups];
  for (let stage = 0; waiting.length > 0; stage++) {
    const ready = waiting.filter((group) => group.rules.every((rule) => isPossible(rule, created)));
    // The circle is broken at the group that would be created with most of its rules.
    const chosen =
      ready.length > 0
        ? ready
        : waiting.toSorted((a, b) => countDeferred(a, created) - countDeferred(b, created)).slice(0, 1);
    for (const group of chosen) {
      const rules = group.rules.filter((rule) => isPossible(rule, created));
      staged.push({ group, stage, rules, deferred: group.rules.filter((rule) => !rules.includes(rule)) });
    }
    for (const group of chosen) created.add(group.name);
    waiting = waiting.filter((group) => !chosen.includes(group));
  }
  return staged;
}

function isPossible(rule: Rule, created: ReadonlySet<string>): boolean {
  return rule.remote.kind !== "named-group" || created.has(rule.remote.name);
}

function countDeferred(group: PresentGroup, created: ReadonlySet<string>): number {
  return group.rules.filter((rule) => !isPossible(rule, created)).length;
}
