import type { Rule } from "../model/rule.ts";
import { absorbPiece } from "./absorb-piece.ts";
import { findCovering } from "./covering-rules.ts";
import { joinDescriptions } from "./join-descriptions.ts";
import { mergePairs } from "./merge-pairs.ts";
import { createMergeSpace, type MergeSpace } from "./merge-space.ts";
import { createPiece, withoutRedundant, type Piece } from "./piece.ts";

/** A rule of a minimal set. */
export interface MinimalRule {
  readonly rule: Rule;
  /** Positions of the rules that it stands for, rising: one for a rule that is kept as it is, several for one that they were merged into. */
  readonly from: readonly number[];
}

/** A rule that is not needed. */
export interface DroppedRule {
  /** Its position. */
  readonly rule: number;
  /** Positions in the minimal set of few rules that together match everything that it matches. */
  readonly coveredBy: readonly number[];
}

/** Rules that match the same packets as others, and what became of each of those: it is in `from`, or dropped. */
export interface MinimalRules {
  /** In the order of the first rule that each stands for. */
  readonly rules: readonly MinimalRule[];
  readonly dropped: readonly DroppedRule[];
}

/**
 * The smallest set of rules for exactly the same packets that dropping and merging find. It never has more rules than there were,
 * and nothing changes when it is minimized again; where rules differ in one field only, there is no smaller one.
 *
 * Redundant rules are dropped. Two rules become the narrowest one around both where that matches nothing that was not matched
 * before, and rules grow into what another covers where that one is not needed then. A rule that is kept keeps its description; a
 * merged one has the descriptions of all its rules, or the first when they are too long together. Rules of unlike direction or IP
 * version never become one.
 */
export function minimizeRules(rules: readonly Rule[]): MinimalRules {
  const merging = createMergeSpace(rules);
  const all = rules.map((rule, position) => createPiece(rule, [position], merging));
  // What is a union by itself comes first, because it takes no wider rule than there must be.
  let pieces = mergePairs(withoutRedundant(all, merging), false, merging);
  for (let fewer: readonly Piece[] | undefined = pieces; fewer !== undefined; fewer = absorbPiece(pieces, merging)) {
    pieces = mergePairs(fewer, true, merging);
  }
  const minimal = pieces
    .map((piece) => ({ ...piece, from: [...new Set(piece.from)].sort((a, b) => a - b) }))
    .sort((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0));
  return {
    rules: minimal.map(({ rule, from }) => ({
      rule: from.length > 1 ? describeMerged(rule, from, rules) : rule,
      from,
    })),
    dropped: findDropped(all, minimal, merging),
  };
}

function describeMerged(merged: Rule, from: readonly number[], rules: readonly Rule[]): Rule {
  return { ...merged, description: joinDescriptions(from.map((position) => rules[position]?.description ?? "")) };
}

function findDropped(all: readonly Piece[], minimal: readonly Piece[], { space }: MergeSpace): readonly DroppedRule[] {
  const standing = new Set(minimal.flatMap(({ from }) => from));
  return all.flatMap(({ traffic }, rule) =>
    standing.has(rule) ? [] : [{ rule, coveredBy: findCovering(traffic, minimal, space) }],
  );
}
