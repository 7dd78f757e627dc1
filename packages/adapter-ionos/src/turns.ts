/** Picks a few of those that wait, those first that were not picked for longest; who waits no more is forgotten. */
export type TakeTurns = (waiting: readonly string[]) => readonly string[];

export function createTurns(most: number): TakeTurns {
  let turn = 0;
  let lastTurn = new Map<string, number>();
  return (waiting) => {
    const known = (name: string): number => lastTurn.get(name) ?? 0;
    const next = waiting.toSorted((one, other) => known(one) - known(other)).slice(0, most);
    turn += 1;
    lastTurn = new Map([
      ...waiting.map((name) => [name, known(name)] as const),
      ...next.map((name) => [name, turn] as const),
    ]);
    return next;
  };
}
