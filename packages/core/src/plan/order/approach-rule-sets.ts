import type { Coverage } from "./coverage.ts";
import { range, targetOf, type RuleSetChoice, type RuleSetProblem } from "./rule-set-problem.ts";

/**
 * Set by set: keeps as few of the old rules that stand as cover, with the new ones, what must stay allowed, and fills the room beside the ones that go with those
 * to come that relieve most of what hangs on the old ones. Nothing when a set would be the same as the one before.
 */
export function approachRuleSets({
  removed,
  added,
  coverage,
  room,
}: RuleSetProblem): readonly RuleSetChoice[] | undefined {
  const sets: RuleSetChoice[] = [];
  const piecesOf = (rule: number): readonly number[] => coverage.piecesOf[rule] ?? [];
  const isOld = (rule: number): boolean => rule < removed;
  let standing = new Set(range(0, removed));
  for (;;) {
    const old = [...standing].filter(isOld);
    const needed = neededOf(coverage, standing, old);
    if (needed.size === 0 && old.length + added <= room) return [...sets, targetOf({ added })];
    const hanging = new Set([...needed].flatMap(piecesOf));
    const relief = (rule: number): number => piecesOf(rule).filter((piece) => hanging.has(piece)).length;
    const coming = range(removed, removed + added)
      .filter((rule) => !standing.has(rule))
      .toSorted((a, b) => relief(b) - relief(a));
    const kept = [...standing].filter((rule) => !isOld(rule) || needed.has(rule));
    const next = new Set([...kept, ...coming.slice(0, Math.max(0, room - standing.size))]);
    if (next.size === standing.size && [...next].every((rule) => standing.has(rule))) return undefined;
    sets.push({
      removed: range(0, removed).filter((rule) => next.has(rule)),
      added: range(0, added).filter((one) => next.has(removed + one)),
    });
    standing = next;
  }
}

/** Those of the old rules that cover, with the new ones that stand, what all that stand cover; none of them needlessly. */
function neededOf({ piecesOf, pieces }: Coverage, standing: Iterable<number>, old: readonly number[]): Set<number> {
  const count = new Int32Array(pieces);
  for (const rule of standing) for (const piece of piecesOf[rule] ?? []) count[piece] = (count[piece] ?? 0) + 1;
  const needed = new Set(old);
  const size = (rule: number): number => piecesOf[rule]?.length ?? 0;
  for (const rule of old.toSorted((a, b) => size(a) - size(b))) {
    const own = piecesOf[rule] ?? [];
    if (own.some((piece) => (count[piece] ?? 0) < 2)) continue;
    needed.delete(rule);
    for (const piece of own) count[piece] = (count[piece] ?? 0) - 1;
  }
  return needed;
}
