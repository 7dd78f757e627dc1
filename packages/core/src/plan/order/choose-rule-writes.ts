import { RuleState, type RuleSlot, type RuleWave, type RuleWrite, type RuleWriteProblem } from "./rule-writes.ts";

/** Waves, and whether all that must stay allowed stays so, within the limit. */
export interface ChosenWaves {
  readonly waves: readonly RuleWave[];
  readonly isSafe: boolean;
}

/**
 * Waves that take groups from their old rules to their new ones, chosen wave by wave: every rule on which nothing hangs any more is turned into one that is
 * still to come, or deleted when none can be made of it; new rules that none can be turned into are created. Where nothing of this is possible,
 * the new rule that relieves most is created beside the old ones, which costs a call more.
 *
 * Where the limit leaves no room even for that, the write that puts least at stake is made all the same; proving the waves brings it to light.
 */
export function chooseRuleWrites(problem: RuleWriteProblem): ChosenWaves {
  const state = new RuleState(problem);
  const budget = new UpdateBudget(problem);
  const slotOf = (added: number): RuleSlot => problem.added[added] ?? nowhere;
  const waves: RuleWave[] = [];
  let isSafe = true;

  while (state.pending.size + state.removable.size > 0) {
    const wave: RuleWrite[] = [];
    const open = new Set([...state.pending].sort((a, b) => state.relief(b) - state.relief(a)));
    const create = (added: number): void => {
      open.delete(added);
      state.occupy(slotOf(added).group);
      wave.push({ kind: "create", added });
    };
    const giveUp = (removed: number): void => {
      const partner = [...open].find((added) => budget.has(removed, added));
      state.withdraw(removed);
      if (partner === undefined) {
        wave.push({ kind: "delete", removed });
      } else {
        open.delete(partner);
        budget.spend(removed, partner);
        wave.push({ kind: "update", removed, added: partner });
      }
    };

    const waiting = countBy([...open], (added) => slotOf(added).kind);
    const isSurplus = (added: number): boolean =>
      (waiting.get(slotOf(added).kind) ?? 0) > budget.to(slotOf(added).kind);
    const isBound = leastAtStake(state).some((removed) => state.burden(removed) > 0);
    const coming = countBy([...open], (added) => slotOf(added).group);
    for (const added of open) {
      const { group, kind } = slotOf(added);
      if (!isSurplus(added) || state.room(group) <= 0) continue;
      // Where not all find room, it is kept for rules on which something waits.
      const isTight = state.room(group) < (coming.get(group) ?? 0);
      if (isBound && isTight && state.relief(added) === 0) continue;
      waiting.set(kind, (waiting.get(kind) ?? 0) - 1);
      create(added);
    }
    for (const removed of leastAtStake(state)) {
      if (state.burden(removed) === 0) giveUp(removed);
    }
    if (wave.length === 0) {
      const added = [...open].find((one) => state.room(slotOf(one).group) > 0);
      const [removed] = leastAtStake(state);
      if (added !== undefined) {
        create(added);
      } else {
        if (removed === undefined) throw new Error("rules are to come, and there is no room although none is to go");
        isSafe = false;
        giveUp(removed);
      }
    }
    state.settle(wave);
    waves.push(wave);
  }
  return { waves, isSafe };
}

const nowhere: RuleSlot = { group: 0, kind: "" };

function leastAtStake(state: RuleState): readonly number[] {
  const burdens = new Map([...state.removable].map((removed) => [removed, state.burden(removed)]));
  return [...burdens.keys()].sort((a, b) => (burdens.get(a) ?? 0) - (burdens.get(b) ?? 0));
}

/** Updates that are planned and not yet made, by the kinds of their rules. */
class UpdateBudget {
  readonly #problem: RuleWriteProblem;
  readonly #left = new Map<string, Map<string, number>>();

  constructor(problem: RuleWriteProblem) {
    this.#problem = problem;
    const toKinds = [...new Set(problem.added.map(({ kind }) => kind))];
    for (const { kind } of problem.removed) {
      this.#left.set(kind, new Map(toKinds.map((to) => [to, problem.pairs.count(kind, to)])));
    }
  }

  has(removed: number, added: number): boolean {
    return (this.#from(removed).get(this.#kindOf(added)) ?? 0) > 0;
  }

  spend(removed: number, added: number): void {
    const counts = this.#from(removed);
    const kind = this.#kindOf(added);
    counts.set(kind, (counts.get(kind) ?? 0) - 1);
  }

  /** Updates that are to end in a kind. */
  to(kind: string): number {
    return [...this.#left.values()].reduce((sum, counts) => sum + (counts.get(kind) ?? 0), 0);
  }

  #from(removed: number): Map<string, number> {
    return this.#left.get(this.#problem.removed[removed]?.kind ?? "") ?? new Map<string, number>();
  }

  #kindOf(added: number): string {
    return this.#problem.added[added]?.kind ?? "";
  }
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
