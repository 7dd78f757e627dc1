import type { GroupChanges, Rule } from "../../../src/index.ts";
import { rulesAfter, rulesBefore, sharedMemberships } from "./group-changes.ts";
import { includes, trafficOf, type Bits } from "./packet-universe.ts";
import { identityOf, labelledIdentityOf } from "./rule-identity.ts";
import type { PlanInput } from "./small-plans.ts";

/** One rule that is held or wanted; a state is a set of them, as the bits of a number. */
export interface Item {
  readonly rule: Rule;
  readonly bit: number;
  readonly group: number;
  readonly isOld: boolean;
  readonly isNew: boolean;
  /** Items of the same group with the same identity, of which one may be there at a time. */
  readonly twins: number;
}

/** All rules that there are or are to be; each state is a number. */
export interface SearchSpace {
  readonly items: readonly Item[];
  /** The items of each group. */
  readonly groups: readonly number[];
  readonly start: number;
  readonly end: number;
  /** Whether a state allows what must stay, in each group and in each two together. */
  readonly isSafe: (state: number) => boolean;
}

/** The rules of a plan as bits, and which sets of them are safe. */
export function searchSpaceOf({ changes }: PlanInput): SearchSpace {
  const rules = changes.flatMap(rulesOf).map((entry, index) => ({ ...entry, bit: 2 ** index }));
  const items = rules.map((item): Item => {
    const isTwin = (other: typeof item): boolean =>
      other !== item && other.group === item.group && identityOf(other.rule) === identityOf(item.rule);
    return { ...item, twins: bitsOf(rules.filter(isTwin)) };
  });
  const groups = changes.map((_, group) => bitsOf(items.filter((item) => item.group === group)));
  const pairs = sharedMemberships(changes).map(([one, other]) => (groups[one] ?? 0) | (groups[other] ?? 0));
  const parts = [...groups, ...pairs];
  const start = bitsOf(items.filter(({ isOld }) => isOld));
  const end = bitsOf(items.filter(({ isNew }) => isNew));
  return { items, groups, start, end, isSafe: safetyOf(items, parts, start, end) };
}

/** Each rule that is held, a copy by itself, and each that is only wanted. */
function rulesOf(change: GroupChanges, group: number): readonly Omit<Item, "bit" | "twins">[] {
  const wanted = new Map(rulesAfter(change).map((rule) => [labelledIdentityOf(rule), rule]));
  const held = rulesBefore(change).map((rule) => {
    const isNew = wanted.delete(labelledIdentityOf(rule));
    return { rule, group, isOld: true, isNew };
  });
  return [...held, ...[...wanted.values()].map((rule) => ({ rule, group, isOld: false, isNew: true }))];
}

function safetyOf(items: readonly Item[], parts: readonly number[], start: number, end: number): SearchSpace["isSafe"] {
  const traffic = new Map<number, Bits>();
  const trafficIn = (state: number): Bits => {
    const known = traffic.get(state);
    if (known !== undefined) return known;
    const bits = trafficOf(items.filter(({ bit }) => (state & bit) !== 0).map(({ rule }) => rule));
    traffic.set(state, bits);
    return bits;
  };
  const needs = parts.map((part) => ({ part, needed: trafficIn(start & part) & trafficIn(end & part) }));
  const known = new Map<number, boolean>();
  return (state) => {
    const safe = known.get(state) ?? needs.every(({ part, needed }) => includes(trafficIn(state & part), needed));
    known.set(state, safe);
    return safe;
  };
}

function bitsOf(items: readonly { readonly bit: number }[]): number {
  return items.reduce((bits, { bit }) => bits | bit, 0);
}
