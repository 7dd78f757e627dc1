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
 * The sets that lead from the old rules to the new ones, the last being the new ones. Within one write a cloud may remove before it adds, so what two sets that
 * follow each other have in common covers what must stay allowed; and it may add before it removes, so both together are within the limit. As few sets as
 * that takes: the new rules at once, or the old ones with the new ones first, or sets in between. Where no sequence does it, as much as fits first, then the
 * new ones, which proving brings to light.
 */
export function chooseRuleSets(problem: RuleSetProblem): readonly RuleSetChoice[] {
  const { removed, added, exclusive, room } = problem;
  const target = targetOf(problem);
  const coming = range(exclusive, added);
  const isFree = isCovered(problem, []);
  const fits = added === 0 || removed + coming.length <= room;
  if (isFree && exclusive === 0) {
    return fits ? [target] : [{ removed: [], added: coming.slice(0, Math.max(0, room - removed)) }, target];
  }
  const isPossible = exclusive === 0 || isCovered(problem, positionsOf(problem, range(exclusive, removed), coming));
  const apart = fits && isPossible ? separate(problem) : [];
  if (apart.length === 2) return apart;
  if (removed + added <= mostSearched) {
    const found = searchRuleSets(problem);
    if (found) return found;
  }
  if (apart.length > 0) return apart;
  const approached = exclusive === 0 ? approach(problem) : undefined;
  if (approached) return approached;
  const first = fits ? coming : coming.slice(0, Math.max(0, room - removed));
  return first.length === added ? [target] : [{ removed: [], added: first }, target];
}

/** Sets in two parts, of which only the second closes anything. */
export interface ApartChoice {
  readonly opening: readonly RuleSetChoice[];
  readonly closing: readonly RuleSetChoice[];
}

/**
 * Sets that open before any closes; with those that open at least the rules of `findUrgent` are added, given by their positions among those to add. Nothing when
 * that does not fit.
 */
export function openThenClose(problem: RuleSetProblem, findUrgent: () => readonly number[]): ApartChoice | undefined {
  const { removed, added, exclusive, coverage, room } = problem;
  const target = targetOf(problem);
  const old = range(exclusive, removed);
  if (removed + added - exclusive <= room) {
    const coming = range(exclusive, added);
    const beside = isCovered(problem, old) ? [] : [{ removed: range(0, removed), added: coming }];
    const without = exclusive > 0 ? [...beside, { removed: old, added: coming }] : [];
    const all = added > 0 ? [{ removed: old, added: target.added }] : [];
    return { opening: [...without, ...all], closing: [target] };
  }
  const urgent = findUrgent();
  const others = target.added.filter((one) => !urgent.includes(one));
  const relief = (one: number): number => coverage.piecesOf[removed + one]?.length ?? 0;
  const opened = [...urgent, ...others.toSorted((a, b) => relief(b) - relief(a))].slice(0, Math.max(0, room - removed));
  const isPossible =
    exclusive === 0 && opened.length >= urgent.length && isCovered(problem, positionsOf(problem, [], opened));
  if (!isPossible) return undefined;
  const first = opened.toSorted((a, b) => a - b);
  // The rules that are left find room only when the old ones are gone.
  return { opening: [{ removed: old, added: first }], closing: [{ removed: [], added: first }, target] };
}

/**
 * The old rules with the new ones, then the new ones; with sets in between where rules have to be gone before their copies come and something hangs on them
 * meanwhile.
 */
function separate(problem: RuleSetProblem): readonly RuleSetChoice[] {
  const { removed, added, exclusive } = problem;
  const target = targetOf(problem);
  const old = range(exclusive, removed);
  const coming = range(exclusive, added);
  const without = { removed: isCovered(problem, []) ? [] : old, added: coming };
  if (exclusive === 0) return [without, target];
  return [
    ...(isCovered(problem, old) ? [] : [{ removed: range(0, removed), added: coming }]),
    without,
    ...(isCovered(problem, positionsOf(problem, [], coming)) ? [] : [{ removed: old, added: target.added }]),
    target,
  ];
}

/** Whether rules, by their positions in the coverage, cover every piece. */
function isCovered({ coverage }: RuleSetProblem, rules: readonly number[]): boolean {
  return new Set(rules.flatMap((rule) => coverage.piecesOf[rule] ?? [])).size === coverage.pieces;
}

function positionsOf(
  { removed }: RuleSetProblem,
  gone: readonly number[],
  coming: readonly number[],
): readonly number[] {
  return [...gone, ...coming.map((one) => removed + one)];
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
  const isSafe = Array.from({ length: states }, (_, set) => {
    return masks.reduce((mask, pieces, rule) => (isIn(set, rule) ? mask | pieces : mask), 0n) === whole;
  });
  const fits = Array.from({ length: states }, (_, set) => rules.filter((rule) => isIn(set, rule)).length <= room);
  /** Whether a rule and its copy with another description meet, in one set or from one to the next. */
  const collides = (set: number, next: number): boolean =>
    ((set | next) & (next >> removed) & (2 ** exclusive - 1)) !== 0;
  const mayFollow = (set: number, next: number): boolean =>
    isSafe[set & next] === true && ((set | next) === set || fits[set | next] === true) && !collides(set, next);
  const cameFrom = new Map<number, number | undefined>([[start, undefined]]);
  for (const set of cameFrom.keys()) {
    if (set === goal) break;
    for (let next = states - 1; next >= 0; next--) {
      if (!cameFrom.has(next) && mayFollow(set, next)) cameFrom.set(next, set);
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
 * Set by set: keeps as few of the rules that stand as cover what must stay allowed, and fills the room beside the ones that go with those to come that relieve most of
 * what hangs on the old ones. Nothing when a set would be the same as the one before.
 */
function approach({ removed, added, coverage, room }: RuleSetProblem): readonly RuleSetChoice[] | undefined {
  const sets: RuleSetChoice[] = [];
  const piecesOf = (rule: number): readonly number[] => coverage.piecesOf[rule] ?? [];
  const isOld = (rule: number): boolean => rule < removed;
  let standing = new Set(range(0, removed));
  for (;;) {
    const cover = irreducibleCover(coverage, standing, removed);
    const leaving = [...standing].filter(isOld);
    if (![...cover].some(isOld) && leaving.length + added <= room) return [...sets, targetOf({ added })];
    const hanging = new Set([...cover].flatMap((rule) => (isOld(rule) ? piecesOf(rule) : [])));
    const relief = (rule: number): number => piecesOf(rule).filter((piece) => hanging.has(piece)).length;
    const coming = range(removed, removed + added)
      .filter((rule) => !standing.has(rule))
      .toSorted((a, b) => relief(b) - relief(a));
    const kept = [...standing].filter((rule) => !isOld(rule) || cover.has(rule));
    const next = new Set([...kept, ...coming.slice(0, Math.max(0, room - standing.size))]);
    if (next.size === standing.size && [...next].every((rule) => standing.has(rule))) return undefined;
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
