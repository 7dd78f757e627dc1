import type { Rule } from "../../model/rule.ts";
import { createTrafficSpace, noTraffic } from "../../traffic/traffic-space.ts";
import { compareRules, rulesAfter, rulesBefore } from "../group-traffic.ts";
import type { Step } from "../step.ts";
import type { OrderedSteps, PlacedUpdate } from "./order-safely.ts";
import type { OrderContext } from "./order-steps.ts";
import { openFirst, writesOf } from "./group-rule-sets.ts";

/**
 * On a cloud that takes all rules of a group in one write: each group after those that open what it closes. Where groups wait for each other in a circle, one of
 * them opens first, which costs it a write more, and closes when the others are done.
 */
export function orderRuleSets(updates: readonly PlacedUpdate[], { limits }: OrderContext): readonly OrderedSteps[] {
  const ordered: OrderedSteps[] = [];
  /** Groups that have yet to open, and the last write of those that have opened and not closed. */
  const open = new Set(updates.keys());
  const closing = new Map<number, Step>();
  /** By group: the first wave after what it has written so far. */
  const ends = new Map<number, number>();
  const place = (index: number, steps: readonly Step[]): void => {
    const openers = waitsFor(updates, index).map((other) => ends.get(other) ?? 0);
    const start = Math.max(updates[index]?.start ?? 0, ends.get(index) ?? 0, ...(open.has(index) ? [] : openers));
    ordered.push({ start, waves: steps.map((step) => [step]) });
    ends.set(index, start + steps.length);
  };
  const isFree = (index: number): boolean => waitsFor(updates, index).every((other) => !open.has(other));
  while (open.size > 0) {
    const free = [...open].filter(isFree);
    const circle = free.length > 0 ? [] : findCircle(updates, open);
    const first = cheapestOpener(circle, updates, limits);
    if (first) {
      place(first.index, first.steps.slice(0, -1));
      open.delete(first.index);
      for (const last of first.steps.slice(-1)) closing.set(first.index, last);
      continue;
    }
    // When none of a circle can open first, the limit is too tight, and one of them closes too early; proving brings it to light.
    for (const index of free.length > 0 ? free : circle.slice(0, 1)) {
      open.delete(index);
      const placed = updates[index];
      if (placed) place(index, writesOf(placed, limits));
    }
  }
  for (const [index, last] of closing) place(index, [last]);
  return ordered;
}

/** The group of a circle for which it takes the fewest writes more to open before it closes; nothing when the limit allows it to none. */
function cheapestOpener(
  circle: readonly number[],
  updates: readonly PlacedUpdate[],
  limits: OrderContext["limits"],
): { readonly index: number; readonly steps: readonly Step[] } | undefined {
  const openers = circle.flatMap((index) => {
    const placed = updates[index];
    const steps = placed && openFirst(placed, limits, awaitedRules(index, circle, updates));
    return steps ? [{ index, steps, extra: steps.length - writesOf(placed, limits).length }] : [];
  });
  return openers.toSorted((a, b) => a.extra - b.extra)[0];
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
    closed.some((traffic) => space.intersection(traffic, space.of([rule])) !== noTraffic);
  return new Set(opener.diff.create.filter(isAwaited));
}

function waitsFor(updates: readonly PlacedUpdate[], index: number): readonly number[] {
  return [...(updates[index]?.waitsFor ?? [])];
}

/** Groups that wait for each other, with those between them. */
function findCircle(updates: readonly PlacedUpdate[], open: ReadonlySet<number>): readonly number[] {
  let circle = [...open];
  for (;;) {
    const awaited = new Set(circle.flatMap((index) => waitsFor(updates, index)));
    const rest = circle.filter((index) => awaited.has(index));
    if (rest.length === circle.length) return circle;
    circle = rest;
  }
}
