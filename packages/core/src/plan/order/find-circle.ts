import type { PlacedUpdate } from "./placed-update.ts";

/** The positions of the groups that one waits for. */
export function waitsFor(updates: readonly PlacedUpdate[], index: number): readonly number[] {
  return [...(updates[index]?.waitsFor ?? [])];
}

/** Groups that wait for each other, with those between them, among groups of which each waits for another one. */
export function findCircle(updates: readonly PlacedUpdate[], open: ReadonlySet<number>): readonly number[] {
  let circle = [...open];
  for (;;) {
    const awaited = new Set(circle.flatMap((index) => waitsFor(updates, index)));
    const rest = circle.filter((index) => awaited.has(index));
    if (rest.length === circle.length) return circle;
    circle = rest;
  }
}
