import { noTraffic, type Traffic, type TrafficSpace } from "../../traffic/traffic-space.ts";

/** Who covers what must stay allowed, for a number of rules that come or go. */
export interface Coverage {
  /** By rule: the pieces of what must stay that it covers. */
  readonly piecesOf: readonly (readonly number[])[];
  /** The number of pieces. Each is covered whole by a rule, or not at all. */
  readonly pieces: number;
}

/**
 * Cuts `needed` into pieces that the rules do not divide. Rules whose traffic does not meet it cover nothing; a part of `needed` that
 * none of them meets is no piece.
 */
export function createCoverage(space: TrafficSpace, needed: Traffic, rules: readonly Traffic[]): Coverage {
  const piecesOf: number[][] = rules.map(() => []);
  /** Each piece with the rules that cover it. */
  let pieces: { readonly traffic: Traffic; readonly by: readonly number[] }[] = [];
  rules.forEach((rule, index) => {
    let rest = space.intersection(rule, needed);
    const next: typeof pieces = [];
    for (const piece of pieces) {
      const common = rest === noTraffic ? noTraffic : space.intersection(piece.traffic, rest);
      if (common === noTraffic) {
        next.push(piece);
        continue;
      }
      next.push({ traffic: common, by: [...piece.by, index] });
      const others = space.difference(piece.traffic, common);
      if (others !== noTraffic) next.push({ traffic: others, by: piece.by });
      rest = space.difference(rest, common);
    }
    if (rest !== noTraffic) next.push({ traffic: rest, by: [index] });
    pieces = next;
  });
  pieces.forEach(({ by }, piece) => {
    for (const rule of by) piecesOf[rule]?.push(piece);
  });
  return { piecesOf, pieces: pieces.length };
}

/** Several needs of the same rules as one. */
export function joinCoverage(parts: readonly Coverage[]): Coverage {
  const piecesOf: number[][] = (parts[0]?.piecesOf ?? []).map(() => []);
  let pieces = 0;
  for (const part of parts) {
    const offset = pieces;
    part.piecesOf.forEach((own, rule) => piecesOf[rule]?.push(...own.map((piece) => offset + piece)));
    pieces += part.pieces;
  }
  return { piecesOf, pieces };
}
