import { noTraffic, type Traffic } from "../traffic/traffic-space.ts";
import type { MergeSpace } from "./merge-space.ts";
import { createPiece, withoutRedundant, type Piece } from "./piece.ts";
import { meets } from "./rule-extent.ts";

/**
 * Lets pieces grow, each in one field and no further than it must, into what one other covers alone, so that this one is not needed
 * then; nothing when there is no such piece. What it stood for, those that have grown stand for.
 */
export function absorbPiece(pieces: readonly Piece[], merging: MergeSpace): readonly Piece[] | undefined {
  const others = unionsOfOthers(pieces, merging);
  for (const [index, piece] of pieces.entries()) {
    const alone = merging.space.difference(piece.traffic, others[index] ?? noTraffic);
    const grown = growInto(alone, piece, pieces, merging);
    if (grown === undefined) continue;
    const rest = pieces.flatMap((other) => (other === piece ? [] : (grown.get(other) ?? other)));
    return withoutRedundant(rest, merging);
  }
  return undefined;
}

/** The pieces that take a part of what another covers alone, as they have grown; nothing when they do not take all. */
function growInto(
  alone: Traffic,
  absorbed: Piece,
  pieces: readonly Piece[],
  merging: MergeSpace,
): ReadonlyMap<Piece, Piece> | undefined {
  const { space } = merging;
  const grown = new Map<Piece, Piece>();
  let left = alone;
  for (const piece of pieces) {
    if (piece === absorbed || !meets(piece.reach, absorbed.extent)) continue;
    for (const wider of piece.growths) {
      const widest = wider.at(-1);
      if (widest === undefined) continue;
      const rest = space.difference(left, space.ofRule(widest));
      if (rest === left) continue;
      const enough = wider.find((rule) => space.difference(left, space.ofRule(rule)) === rest) ?? widest;
      grown.set(piece, createPiece(enough, [...piece.from, ...absorbed.from], merging));
      left = rest;
      break;
    }
    if (left === noTraffic) return grown;
  }
  return undefined;
}

/** For each piece, what all others match. */
function unionsOfOthers(pieces: readonly Piece[], { space }: MergeSpace): readonly Traffic[] {
  const later: Traffic[] = [noTraffic];
  for (const { traffic } of pieces.toReversed()) later.push(space.union(later.at(-1) ?? noTraffic, traffic));
  let earlier = noTraffic;
  return pieces.map(({ traffic }) => {
    later.pop();
    const others = space.union(earlier, later.at(-1) ?? noTraffic);
    earlier = space.union(earlier, traffic);
    return others;
  });
}
