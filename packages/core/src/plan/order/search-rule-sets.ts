import { range, type RuleSetChoice, type RuleSetProblem } from "./rule-set-problem.ts";

/** Rules to remove and to add together up to which every sequence of sets is looked at: 4 to the power of this is the work. */
export const mostSearched = 10;

/** The fewest sets, by looking at every one; nothing when no sequence does it. */
export function searchRuleSets({
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
