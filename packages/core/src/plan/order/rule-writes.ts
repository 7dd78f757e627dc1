import type { Coverage } from "./coverage.ts";
import type { UpdatePairs } from "./pair-updates.ts";

/** One write of one rule; rules are positions among those to remove and those to add. */
export type RuleWrite =
  | { readonly kind: "create"; readonly added: number }
  | { readonly kind: "update"; readonly removed: number; readonly added: number }
  | { readonly kind: "delete"; readonly removed: number };

/** Writes that may run at once and in any order. */
export type RuleWave = readonly RuleWrite[];

/** A rule that comes or goes: its group's position, and what of the group's rules it can be turned into, or be made from. */
export interface RuleSlot {
  readonly group: number;
  /** Rules of one kind can stand in for each other in updates. */
  readonly kind: string;
}

/** What is to be written, on a cloud that takes each rule as a write of its own, to groups that have to mind each other. */
export interface RuleWriteProblem {
  readonly removed: readonly RuleSlot[];
  readonly added: readonly RuleSlot[];
  /** Of what must stay allowed and no kept rule allows: the rules to remove come first, then those to add. */
  readonly coverage: Coverage;
  /** How many updates from one kind to another save the most calls. */
  readonly pairs: UpdatePairs;
  /** By group: how many rules more it may hold than it does. */
  readonly room: readonly number[];
}

/** The rules of the groups on their way, counted piece by piece of what must stay allowed. */
export class RuleState {
  readonly #problem: RuleWriteProblem;
  /** By piece: how many of the rules that stand cover it. */
  readonly #cover: Int32Array;
  readonly #room: number[];
  readonly removable: Set<number>;
  readonly pending: Set<number>;

  constructor(problem: RuleWriteProblem) {
    this.#problem = problem;
    this.#cover = new Int32Array(problem.coverage.pieces);
    this.#room = [...problem.room];
    this.removable = new Set(problem.removed.keys());
    this.pending = new Set(problem.added.keys());
    for (const rule of this.removable) this.#count(this.#piecesOfRemoved(rule), 1);
  }

  /** How many rules more a group may hold. */
  room(group: number): number {
    return this.#room[group] ?? 0;
  }

  /** Pieces that an added rule covers and that hang on one rule. */
  relief(added: number): number {
    return this.#piecesOfAdded(added).filter((piece) => (this.#cover[piece] ?? 0) <= 1).length;
  }

  /** Pieces that hang on this rule to remove alone. */
  burden(removed: number): number {
    return this.#piecesOfRemoved(removed).filter((piece) => (this.#cover[piece] ?? 0) <= 1).length;
  }

  /** Takes a rule to remove out of the count; whatever is asked next is answered as if it were gone. */
  withdraw(removed: number): void {
    this.removable.delete(removed);
    this.#count(this.#piecesOfRemoved(removed), -1);
  }

  /** Takes the room for a rule that is created in the wave under way. */
  occupy(group: number): void {
    this.#room[group] = this.room(group) - 1;
  }

  /** What a wave brings, once it is over. */
  settle(wave: RuleWave): void {
    for (const write of wave) {
      if (write.kind === "delete") {
        const group = this.#problem.removed[write.removed]?.group ?? 0;
        this.#room[group] = this.room(group) + 1;
      } else {
        this.pending.delete(write.added);
        this.#count(this.#piecesOfAdded(write.added), 1);
      }
    }
  }

  #piecesOfRemoved(removed: number): readonly number[] {
    return this.#problem.coverage.piecesOf[removed] ?? [];
  }

  #piecesOfAdded(added: number): readonly number[] {
    return this.#problem.coverage.piecesOf[this.#problem.removed.length + added] ?? [];
  }

  #count(pieces: readonly number[], by: number): void {
    for (const piece of pieces) this.#cover[piece] = (this.#cover[piece] ?? 0) + by;
  }
}
