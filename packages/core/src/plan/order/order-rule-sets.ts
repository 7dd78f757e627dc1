import type { Rule } from "../../model/rule.ts";
import { createTrafficSpace, noTraffic } from "../../traffic/traffic-space.ts";
import { compareRules, rulesAfter, rulesBefore } from "../group-traffic.ts";
import type { Step } from "../step.ts";
import type { OrderedSteps, PlacedUpdate } from "./placed-update.ts";
import type { OrderContext } from "./order-steps.ts";
import { findCircle, waitsFor } from "./find-circle.ts";
import { openFirst, writesOf, type ApartWrites } from "./group-rule-sets.ts";

/**
 * On a cloud that takes all rules of a group in one write: each group after those that open what it closes. Where groups wait for each other in a circle, one of
 * them opens first, which costs it a write more, and closes when the others are done.
 */
export function orderRuleSets(updates: readonly PlacedUpdate[], { limits }: OrderContext): readonly OrderedSteps[] {
  const ordered: OrderedSteps[] = [];
  /** Groups that have yet to open, and the last writes of those that have opened and not closed. */
  const open = new Set(updates.keys());
  const closing = new Map<number, readonly Step[]>();
  /** By group: the first wave after what it has written so far. */
  const ends = new Map<number, number>();
  const place = (index: number, steps: readonly Step[]): void => {
    const openers = waitsFor(updates, index).map((other) => ends.get(other) ?? 0);
    const start = Math.max(updates[index]?.start ?? 0, ends.get(index) ?? 0, ...(open.has(index) ? [] : openers));
    ordered.push({ start, waves: steps.map((step) => [step]) });
    ends.set(index, start + steps.length);
  };
  const openers = new Map<number, Opener | undefined>();
  /** Worked out once, with the first circle that the group is in; later ones are parts of it. */
  const openerOf = (index: number, circle: readonly number[]): Opener | undefined => {
    if (!openers.has(index)) openers.set(index, findOpener(index, circle, updates, limits));
    return openers.get(index);
  };
  const isFree = (index: number): boolean => waitsFor(updates, index).every((other) => !open.has(other));
  while (open.size > 0) {
    const free = [...open].filter(isFree);
    const circle = free.length > 0 ? [] : findCircle(updates, open);
    const first = circle.flatMap((index) => openerOf(index, circle) ?? []).toSorted((a, b) => a.extra - b.extra)[0];
    if (first) {
      place(first.index, first.writes.opening);
      open.delete(first.index);
      closing.set(first.index, first.writes.closing);
      continue;
    }
    // When none of a circle can open first, the limit is too tight, and one of them closes too early; proving brings it to light.
    for (const index of free.length > 0 ? free : circle.slice(0, 1)) {
      open.delete(index);
      const placed = updates[index];
      if (placed) place(index, writesOf(placed, limits));
    }
  }
  for (const [index, last] of closing) place(index, last);
  return ordered;
}

/** A group that opens before it closes. */
interface Opener {
  readonly index: number;
  readonly writes: ApartWrites;
  /** How many writes more that takes. */
  readonly extra: number;
}

/** Nothing when the limit does not allow it. */
function findOpener(
  index: number,
  circle: readonly number[],
  updates: readonly PlacedUpdate[],
  limits: OrderContext["limits"],
): Opener | undefined {
  const placed = updates[index];
  if (placed === undefined) return undefined;
  const writes = openFirst(placed, limits, () => awaitedRules(index, circle, updates));
  if (writes === undefined) return undefined;
  const count = writes.opening.length + writes.closing.length;
  return { index, writes, extra: count - writesOf(placed, limits).length };
}

/** The new rules of a group that open what others of the circle close. */
function awaitedRules(index: number, circle: readonly number[], updates: readonly PlacedUpdate[]): ReadonlySet<Rule> {
  const opener = updates[index]?.update;
  const closers = circle.flatMap((other) => {
    const placed = updates[other];
    return placed?.waitsFor.has(index) ? [placed.update] : [];
  });
  if (opener === undefined) return new Set();
  const space = createTrafficSpace([opener, ...closers].flatMap((one) => [...rulesBefore(one), ...rulesAfter(one)]));
  const closed = closers.map((one) => compareRules(rulesBefore(one), rulesAfter(one), space).closes);
  const isAwaited = (rule: Rule): boolean =>
    closed.some((traffic) => space.intersection(traffic, space.ofRule(rule)) !== noTraffic);
  return new Set(opener.diff.create.filter(isAwaited));
}
