import type { Coverage } from "./coverage.ts";

/** What one write states beside the rules that are kept all the way: positions among the rules to remove and those to add. */
export interface RuleSetChoice {
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export interface RuleSetProblem {
  /** The number of rules to remove, and to add. */
  readonly removed: number;
  readonly added: number;
  /**
   * So many of the first rules to remove are the same rules as the first to add, but for their descriptions: one must be gone before the other comes.
   */
  readonly exclusive: number;
  /** Of what must stay allowed and no kept rule allows: the rules to remove come first, then those to add. */
  readonly coverage: Coverage;
  /** The most rules that a set may hold beside those that are kept. */
  readonly room: number;
}

/** Rules to remove and to add together up to which every sequence of sets is looked at: 4 to the power of this is the work. */
const mostSearched = 10;

/**
 * The sets that lead from the old rules to the new ones, the last being the new ones. What two sets that follow each other have in common covers what must stay
 * allowed, because within one write a cloud may remove before it adds. As few sets as that takes: the new rules at once, or the old ones with the new ones
 * first, or sets in between that fit the limit. Where no sequence does it, the new rules as far as they fit beside those to be removed,
 * then the new ones, which proving brings to light.
 */
export function chooseRuleSets(problem: RuleSetProblem): readonly RuleSetChoice[] {
  const { removed, added, exclusive, coverage, room } = problem;
  const target = targetOf(problem);
  const covers = (rules: readonly number[]): boolean =>
    new Set(rules.flatMap((rule) => coverage.piecesOf[rule] ?? [])).size === coverage.pieces;
  if (covers([]) && exclusive === 0) return [target];
  const old = range(exclusive, removed);
  const coming = range(exclusive, added);
  const fits = old.length + coming.length <= room;
  const isCoveredAround = covers(old) && covers(coming.map((one) => removed + one));
  if (fits && isCoveredAround) return [{ removed: covers([]) ? [] : old, added: coming }, target];
  if (removed + added <= mostSearched) {
    const found = searchRuleSets(problem);
    if (found) return found;
  }
  const all = { removed: old, added: range(0, added) };
  if (exclusive > 0 && covers(old) && old.length + added <= room) return [{ removed: old, added: coming }, all, target];
  const approached = exclusive === 0 ? approach(problem) : undefined;
  return approached ?? [{ removed: fits ? old : [], added: coming.slice(0, room) }, target];
}

/**
 * Sets of which only the last one closes anything, and before it at least the `urgent` rules are added, given by their positions among those to add; nothing when
 * that does not fit.
 */
export function openThenClose(
  { removed, added, exclusive, coverage, room }: RuleSetProblem,
  urgent: readonly number[],
): readonly RuleSetChoice[] | undefined {
  const old = range(exclusive, removed);
  const target = targetOf({ added });
  const without = exclusive > 0 ? [{ removed: old, added: range(exclusive, added) }] : [];
  if (old.length + added <= room)
    return [...without, ...(added > 0 ? [{ removed: old, added: target.added }] : []), target];
  const others = target.added.filter((one) => one >= exclusive && !urgent.includes(one));
  const relief = (one: number): number => coverage.piecesOf[removed + one]?.length ?? 0;
  const opened = [...urgent, ...others.toSorted((a, b) => relief(b) - relief(a))].slice(
    0,
    Math.max(0, room - old.length),
  );
  const covered = new Set(opened.flatMap((one) => coverage.piecesOf[removed + one] ?? []));
  const isPossible = exclusive === 0 && opened.length >= urgent.length && covered.size === coverage.pieces;
  return isPossible ? [{ removed: old, added: opened.toSorted((a, b) => a - b) }, target] : undefined;
}

function targetOf({ added }: Pick<RuleSetProblem, "added">): RuleSetChoice {
  return { removed: [], added: range(0, added) };
}

/** Fewest sets, by looking at every one. */
function searchRuleSets({
  removed,
  added,
  exclusive,
  coverage,
  room,
}: RuleSetProblem): readonly RuleSetChoice[] | undefined {
  const states = 2 ** (removed + added);
  const start = 2 ** removed - 1;
  const goal = states - 2 ** removed;
  const rules = range(0, removed + added);
  const masks = coverage.piecesOf.map((pieces) => pieces.reduce((mask, piece) => mask | (1n << BigInt(piece)), 0n));
  const whole = (1n << BigInt(coverage.pieces)) - 1n;
  const isIn = (set: number, rule: number): boolean => (set & (2 ** rule)) !== 0;
  const isCovered = Array.from({ length: states }, (_, set) => {
    return masks.reduce((mask, pieces, rule) => (isIn(set, rule) ? mask | pieces : mask), 0n) === whole;
  });
  const isAllowed = Array.from({ length: states }, (_, set) => rules.filter((rule) => isIn(set, rule)).length <= room);
  /** Whether a rule and its copy with another description meet, in one set or from one to the next. */
  const collides = (set: number, next: number): boolean =>
    ((set | next) & (next >> removed) & (2 ** exclusive - 1)) !== 0;
  const cameFrom = new Map<number, number | undefined>([[start, undefined]]);
  for (const set of cameFrom.keys()) {
    if (set === goal) break;
    for (let next = states - 1; next >= 0; next--) {
      if (cameFrom.has(next) || isAllowed[next] !== true || isCovered[set & next] !== true || collides(set, next))
        continue;
      cameFrom.set(next, set);
    }
  }
  if (!cameFrom.has(goal)) return undefined;
  const sets: RuleSetChoice[] = [];
  for (let at: number | undefined = goal; at !== undefined && at !== start; at = cameFrom.get(at)) {
    const set = at;
    sets.unshift({
      removed: range(0, removed).filter((rule) => isIn(set, rule)),
      added: range(0, added).filter((rule) => isIn(set, removed + rule)),
    });
  }
  return sets;
}

/**
 * Set by set: keeps as few of the rules that stand as cover what must stay allowed, and fills the room with those to come that relieve most of what hangs on the old
 * ones. Nothing when a set would be the same as the one before.
 */
function approach({ removed, added, coverage, room }: RuleSetProblem): readonly RuleSetChoice[] | undefined {
  const sets: RuleSetChoice[] = [];
  const piecesOf = (rule: number): readonly number[] => coverage.piecesOf[rule] ?? [];
  let standing = new Set(range(0, removed));
  for (;;) {
    const cover = irreducibleCover(coverage, standing, removed);
    if ([...cover].every((rule) => rule >= removed)) return [...sets, { removed: [], added: range(0, added) }];
    const hanging = new Set([...cover].flatMap((rule) => (rule < removed ? piecesOf(rule) : [])));
    const relief = (rule: number): number => piecesOf(rule).filter((piece) => hanging.has(piece)).length;
    const coming = range(0, added)
      .map((one) => removed + one)
      .filter((rule) => !cover.has(rule))
      .sort((a, b) => relief(b) - relief(a));
    const next = new Set([...cover, ...coming.slice(0, Math.max(0, room - cover.size))]);
    if (next.size > room || (next.size === standing.size && [...next].every((rule) => standing.has(rule))))
      return undefined;
    sets.push({
      removed: range(0, removed).filter((rule) => next.has(rule)),
      added: range(0, added).filter((one) => next.has(removed + one)),
    });
    standing = next;
  }
}

/** Some of the rules that cover what all of them cover, none of them needlessly; rules to remove are given up first. */
function irreducibleCover({ piecesOf, pieces }: Coverage, standing: ReadonlySet<number>, removed: number): Set<number> {
  const count = new Int32Array(pieces);
  for (const rule of standing) for (const piece of piecesOf[rule] ?? []) count[piece] = (count[piece] ?? 0) + 1;
  const cover = new Set(standing);
  const size = (rule: number): number => piecesOf[rule]?.length ?? 0;
  const order = [...standing].sort((a, b) => Number(a >= removed) - Number(b >= removed) || size(a) - size(b));
  for (const rule of order) {
    const own = piecesOf[rule] ?? [];
    if (own.some((piece) => (count[piece] ?? 0) < 2)) continue;
    cover.delete(rule);
    for (const piece of own) count[piece] = (count[piece] ?? 0) - 1;
  }
  return cover;
}

/** From `start` on, up to but without `end`. */
function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
