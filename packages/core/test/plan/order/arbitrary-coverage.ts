import fc from "fast-check";
import type { Coverage } from "../../../src/plan/order/coverage.ts";

/** Rules to remove, then rules to add, that both cover every piece of what must stay. The first ones are copies of each other. */
export function arbitraryCoverage(removed: number, added: number, copies = 0): fc.Arbitrary<Coverage> {
  // What must stay is what the old and the new rules allow: without rules on one side there is none.
  const pieces = Math.min(removed, added) === 0 ? fc.constant(0) : fc.nat(3);
  return pieces.chain((count) =>
    fc
      .record({
        covers: fc.array(fc.array(fc.boolean(), { minLength: removed + added, maxLength: removed + added }), {
          minLength: count,
          maxLength: count,
        }),
        sure: fc.array(fc.tuple(fc.nat(Math.max(0, removed - 1)), fc.nat(Math.max(0, added - 1))), {
          minLength: count,
          maxLength: count,
        }),
      })
      .map(({ covers, sure }) => {
        const isBy = (piece: number, rule: number): boolean => {
          const [old, coming] = sure[piece] ?? [0, 0];
          return covers[piece]?.[rule] === true || rule === old || rule === removed + coming;
        };
        const piecesOf = Array.from({ length: removed + added }, (_, rule) =>
          Array.from({ length: count }, (_unused, piece) => piece).filter((piece) => {
            const copy =
              rule < copies ? removed + rule : rule >= removed && rule < removed + copies ? rule - removed : rule;
            return isBy(piece, rule) || isBy(piece, copy);
          }),
        );
        return { pieces: count, piecesOf };
      }),
  );
}

/** Whether rules cover every piece together. */
export function coversAll({ piecesOf, pieces }: Coverage, rules: Iterable<number>): boolean {
  const covered = new Set<number>();
  for (const rule of rules) for (const piece of piecesOf[rule] ?? []) covered.add(piece);
  return covered.size === pieces;
}
