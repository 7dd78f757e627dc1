import type { RuleWave, RuleWrite, RuleWriteProblem } from "./rule-writes.ts";

/** Rules to remove and to add together up to which every order is looked at: 2 to the power of this are the states. */
export const mostSearched = 12;

/**
 * The fewest writes, one after the other, that keep what must stay allowed and the limits; nothing when there are none. Looks at every state
 * that the groups can be in, so it is for few rules only.
 */
export function searchRuleWrites(
  problem: RuleWriteProblem,
  canBecome: (fromKind: string, toKind: string) => boolean,
): readonly RuleWrite[] | undefined {
  const { removed, added, room } = problem;
  const isCovered = coverChecker(problem);
  const groups = [...room.keys()];
  /** By group: its rules to remove, and to add, as bits of a state. */
  const [leaving, coming] = [removed, added].map((slots, side) =>
    groups.map((group) =>
      slots.reduce((bits, slot, rule) => (slot.group === group ? bits | bit(side * removed.length + rule) : bits), 0),
    ),
  );
  const hasRoom = (state: number, group: number): boolean =>
    countBits(state & (coming?.[group] ?? 0)) - countBits(~state & (leaving?.[group] ?? 0)) < (room[group] ?? 0);

  // A state is the rules that stand: those to remove from bit 0 on, then those to add.
  const start = bit(removed.length) - 1;
  const goal = (bit(added.length) - 1) * bit(removed.length);
  const cameBy = new Map<number, CameBy | undefined>([[start, undefined]]);
  for (const state of cameBy.keys()) {
    if (state === goal) return trace(cameBy, goal);
    const go = (next: number, write: RuleWrite): void => {
      if (!cameBy.has(next)) cameBy.set(next, { from: state, write });
    };
    const pending = [...added.keys()].filter((one) => !isIn(state, removed.length + one));
    for (const one of pending) {
      if (hasRoom(state, added[one]?.group ?? 0)) go(state | bit(removed.length + one), { kind: "create", added: one });
    }
    for (const [gone, from] of removed.entries()) {
      const rest = state & ~bit(gone);
      if (rest === state || !isCovered(rest)) continue;
      for (const one of pending) {
        if (canBecome(from.kind, added[one]?.kind ?? "")) {
          go(rest | bit(removed.length + one), { kind: "update", removed: gone, added: one });
        }
      }
      go(rest, { kind: "delete", removed: gone });
    }
  }
  return undefined;
}

/** Puts writes that follow each other into as few waves as their order leaves, each covering what must stay allowed in its worst order. */
export function packWaves(writes: readonly RuleWrite[], problem: RuleWriteProblem): readonly RuleWave[] {
  const { removed, added, room } = problem;
  const isCovered = coverChecker(problem);
  const waves: RuleWrite[][] = [[]];
  const free = [...room];
  let standing = bit(removed.length) - 1;
  let worst = standing;
  const groupOf = (write: RuleWrite): number =>
    (write.kind === "create" ? added[write.added] : removed[write.removed])?.group ?? 0;
  const fits = (write: RuleWrite): boolean =>
    write.kind === "create" ? (free[groupOf(write)] ?? 0) > 0 : isCovered(worst & ~bit(write.removed));
  for (const write of writes) {
    let wave = waves.at(-1) ?? [];
    if (!fits(write)) {
      for (const done of wave) if (done.kind === "delete") free[groupOf(done)] = (free[groupOf(done)] ?? 0) + 1;
      worst = standing;
      waves.push((wave = []));
    }
    wave.push(write);
    if (write.kind === "create") free[groupOf(write)] = (free[groupOf(write)] ?? 0) - 1;
    else worst &= ~bit(write.removed);
    if (write.kind !== "create") standing &= ~bit(write.removed);
    if (write.kind !== "delete") standing |= bit(removed.length + write.added);
  }
  return waves.filter((wave) => wave.length > 0);
}

/** Tells whether rules that stand, as bits, cover every piece. */
function coverChecker({ coverage }: RuleWriteProblem): (standing: number) => boolean {
  const covers = coverage.piecesOf.map((pieces) => pieces.reduce((mask, piece) => mask | (1n << BigInt(piece)), 0n));
  const whole = (1n << BigInt(coverage.pieces)) - 1n;
  return (standing) =>
    covers.reduce((mask, pieces, rule) => (isIn(standing, rule) ? mask | pieces : mask), 0n) === whole;
}

interface CameBy {
  readonly from: number;
  readonly write: RuleWrite;
}

function trace(cameBy: ReadonlyMap<number, CameBy | undefined>, goal: number): readonly RuleWrite[] {
  const writes: RuleWrite[] = [];
  for (let step = cameBy.get(goal); step !== undefined; step = cameBy.get(step.from)) writes.unshift(step.write);
  return writes;
}

function bit(index: number): number {
  return 2 ** index;
}

function isIn(rules: number, rule: number): boolean {
  return (rules & bit(rule)) !== 0;
}

function countBits(rules: number): number {
  let count = 0;
  for (let rest = rules; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
