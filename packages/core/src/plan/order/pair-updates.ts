/** How many rules of one kind become rules of another by updates in place, when as many as possible do. */
export interface UpdatePairs {
  readonly count: (fromKind: string, toKind: string) => number;
  /** All together: the most calls that updates can save. */
  readonly total: number;
}

/** Finds the greatest number of pairs of a removed and an added rule, each given by its kind. */
export function pairUpdates(
  removed: readonly string[],
  added: readonly string[],
  canBecome: (fromKind: string, toKind: string) => boolean,
): UpdatePairs {
  const left = countKinds(removed);
  const reach = new Map(
    [...left.keys()].map((from) => [from, [...new Set(added)].filter((to) => canBecome(from, to))]),
  );
  const pairs = new Map<string, Map<string, number>>([...left.keys()].map((from) => [from, new Map<string, number>()]));
  const countOf = (from: string, to: string): number => pairs.get(from)?.get(to) ?? 0;
  const change = (from: string, to: string, by: number): void => {
    pairs.get(from)?.set(to, countOf(from, to) + by);
  };
  /** Gives a kind of added rules one more partner, if need be by finding another one for a rule that has it. */
  const augment = (to: string, tried: Set<string>): boolean => {
    for (const [from, reached] of reach) {
      if (!reached.includes(to) || tried.has(from)) continue;
      tried.add(from);
      const free = left.get(from) ?? 0;
      if (free > 0) {
        left.set(from, free - 1);
        change(from, to, 1);
        return true;
      }
      for (const other of reached) {
        if (other === to || countOf(from, other) === 0 || !augment(other, tried)) continue;
        change(from, other, -1);
        change(from, to, 1);
        return true;
      }
    }
    return false;
  };
  let total = 0;
  for (const kind of added) if (augment(kind, new Set())) total++;
  return { count: countOf, total };
}

function countKinds(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
