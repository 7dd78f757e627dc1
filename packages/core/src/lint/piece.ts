import type { Rule } from "../model/rule.ts";
import type { Traffic } from "../traffic/traffic-space.ts";
import { findNeeded } from "./covering-rules.ts";
import type { MergeSpace } from "./merge-space.ts";
import { extentOf, joinExtents, widthOf, type Extent } from "./rule-extent.ts";

/** A rule on the way to a minimal set. */
export interface Piece {
  readonly rule: Rule;
  /** Positions of the rules that it stands for. */
  readonly from: readonly number[];
  readonly traffic: Traffic;
  readonly width: number;
  readonly extent: Extent;
  /** The ways in which it can grow, as in `MergeSpace`. */
  readonly growths: readonly (readonly Rule[])[];
  /** How far it can grow, in each field by itself. Whatever it can be merged with lies in there, so that most pairs need no closer look. */
  readonly reach: Extent;
}

export function createPiece(rule: Rule, from: readonly number[], { space, growthsOf }: MergeSpace): Piece {
  const extent = extentOf(rule);
  const growths = growthsOf(rule);
  return {
    rule,
    from,
    traffic: space.ofRule(rule),
    width: widthOf(extent),
    extent,
    growths,
    reach: growths.reduce((reach, wider) => joinExtents(reach, extentOf(wider.at(-1) ?? rule)), extent),
  };
}

/** The pieces without those that the others cover. */
export function withoutRedundant(pieces: readonly Piece[], { space }: MergeSpace): readonly Piece[] {
  return findNeeded(pieces, space).flatMap((position) => pieces[position] ?? []);
}
