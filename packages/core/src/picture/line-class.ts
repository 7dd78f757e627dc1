import type { Position } from "../traffic/address-line.ts";
import type { Interval } from "../traffic/interval.ts";

/** Stretches of a line that a set of intervals does not tell apart: they lie within the same ones. */
export interface LineClass {
  /** From low to high; they do not touch. */
  readonly parts: readonly Interval<Position>[];
  /** Positions of the intervals that they lie within, rising. */
  readonly within: readonly number[];
}

/** Divides a whole line by intervals of it. Classes come in the order of their first stretch; together they are the line. */
export function divideLine(whole: Interval<Position>, intervals: readonly Interval<Position>[]): readonly LineClass[] {
  const bounds = new Set([whole.from, ...intervals.flatMap(({ from, to }) => [from, to])]);
  const starts = [...bounds].filter((bound) => bound < whole.to).toSorted((left, right) => (left < right ? -1 : 1));
  const classes = new Map<string, { readonly parts: Interval<Position>[]; readonly within: readonly number[] }>();
  for (const [index, from] of starts.entries()) {
    const part = { from, to: starts[index + 1] ?? whole.to };
    const within = intervals.flatMap((interval, position) => (contains(interval, part) ? [position] : []));
    const known = classes.get(within.join());
    if (known === undefined) classes.set(within.join(), { parts: [part], within });
    else known.parts.push(part);
  }
  return [...classes.values()];
}

/** Whether an interval holds another one. */
export function contains(outer: Interval<Position>, inner: Interval<Position>): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
