import { createTrafficSpace, noTraffic, type Traffic, type TrafficSpace } from "../traffic/traffic-space.ts";
import type { ObservedRule } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import type { GroupChanges } from "./group-changes.ts";

/** What a group allows before and after its changes, in a space of all rules of both. */
export interface GroupTraffic {
  readonly space: TrafficSpace;
  /** What the rules allow that stand before and after; large sets are made of it and of what changes. */
  readonly kept: Traffic;
  readonly keptRules: ReadonlySet<Rule>;
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
  const afterwards = new Set(after);
  const keptRules = new Set(before.filter((rule) => afterwards.has(rule)));
  const kept = space.of(keptRules);
  const withKept = (rules: readonly Rule[]): Traffic =>
    space.union(kept, space.of(rules.filter((rule) => !keptRules.has(rule))));
  const [old, next] = [withKept(before), withKept(after)];
  const closes = space.difference(old, next);
  return {
    space,
    kept,
    keptRules,
    old,
    new: next,
    opens: space.difference(next, old),
    closes,
    stays: closes === noTraffic ? old : space.difference(old, closes),
  };
}

/** What some rules of a group allow. */
export function allowedBy({ space, kept, keptRules }: GroupTraffic, rules: readonly Rule[]): Traffic {
  const others = rules.filter((rule) => !keptRules.has(rule));
  return rules.length - others.length < keptRules.size ? space.of(rules) : space.union(kept, space.of(others));
}

/** The rules as observed. */
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
