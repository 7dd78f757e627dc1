import { commonRule } from "./common-rule.ts";
import type { MergeSpace } from "./merge-space.ts";
import { createPiece, withoutRedundant, type Piece } from "./piece.ts";
import { isWithin } from "./rule-extent.ts";

/**
 * Puts the one rule around two in their place, with all others that lie within it, until no two are left for which it fits.
 * Without `mayGrow` it fits when it is the union of the two; with it, when it matches nothing that was not matched before.
 */
export function mergePairs(pieces: readonly Piece[], mayGrow: boolean, merging: MergeSpace): readonly Piece[] {
  let waiting = pieces;
  /** No two of these fit. */
  let settled: Piece[] = [];
  for (;;) {
    const [piece, ...others] = waiting;
    if (piece === undefined) return settled;
    const merged = firstResult(settled, (other) => mergePair(other, piece, mayGrow, merging));
    if (merged === undefined) {
      settled.push(piece);
      waiting = others;
      continue;
    }
    const isInside = ({ extent }: Piece): boolean => isWithin(extent, merged.extent);
    const all = [...settled, ...waiting];
    const grown = { ...merged, from: all.filter(isInside).flatMap(({ from }) => from) };
    const now = [grown, ...all.filter((other) => !isInside(other))];
    // Where it has grown beyond the two, others may have become redundant.
    const rest = new Set(mayGrow ? withoutRedundant(now, merging) : now);
    settled = settled.filter((other) => rest.delete(other));
    waiting = [...rest];
  }
}

function mergePair(a: Piece, b: Piece, mayGrow: boolean, merging: MergeSpace): Piece | undefined {
  if (!isWithin(a.extent, b.reach) || !isWithin(b.extent, a.reach)) return undefined;
  const { space, whole } = merging;
  const rule = commonRule(a.rule, b.rule);
  const traffic = space.ofRule(rule);
  const fits = mayGrow ? space.contains(whole, traffic) : traffic === space.union(a.traffic, b.traffic);
  return fits ? createPiece(rule, [], merging) : undefined;
}

function firstResult<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
