import { createTrafficSpace, noTraffic, type Traffic, type TrafficSpace } from "../traffic/traffic-space.ts";
import type { ObservedRule } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import type { GroupChanges } from "./group-changes.ts";

/** What a group allows before and after its changes, in a space of all rules of both. */
export interface GroupTraffic {
  readonly space: TrafficSpace;
  readonly old: Traffic;
  readonly new: Traffic;
  readonly opens: Traffic;
  readonly closes: Traffic;
  /** What both allow, and every state between them must. */
  readonly stays: Traffic;
}

const known = new WeakMap<GroupChanges, GroupTraffic>();

/** Worked out once for each object. */
export function trafficOf(changes: GroupChanges): GroupTraffic {
  let traffic = known.get(changes);
  if (traffic === undefined) known.set(changes, (traffic = compareRules(rulesBefore(changes), rulesAfter(changes))));
  return traffic;
}

/** The same for any rules, in a space that has them all. */
export function compareRules(
  before: readonly Rule[],
  after: readonly Rule[],
  space: TrafficSpace = createTrafficSpace(new Set([...before, ...after])),
): GroupTraffic {
  const [old, next] = [space.of(before), space.of(after)];
  const closes = space.difference(old, next);
  return {
    space,
    old,
    new: next,
    opens: space.difference(next, old),
    closes,
    stays: closes === noTraffic ? old : space.difference(old, closes),
  };
}

export function rulesBefore(changes: GroupChanges): readonly Rule[] {
  return changes.kind === "create" ? [] : changes.observed.rules.map(({ rule }) => rule);
}

/** Rules that stay are the observed ones, whatever becomes of their descriptions. */
export function rulesAfter(changes: GroupChanges): readonly Rule[] {
  switch (changes.kind) {
    case "create":
      return changes.desired.rules;
    case "update":
      return [...staying(changes).map(({ rule }) => rule), ...changes.diff.create];
    case "delete":
      return [];
  }
}

/** The rules that stand before and after. */
export function staying({ diff }: Extract<GroupChanges, { readonly kind: "update" }>): readonly ObservedRule[] {
  return [...diff.keep, ...diff.relabel.map(({ observed }) => observed), ...diff.unlisted];
}
