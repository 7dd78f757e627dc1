import { createRandom } from "../seeded-random.ts";
import { faultStatuses, type FaultName, type FaultyRetryAfter, type PlannedFault, type Position } from "./fault.ts";

type Names = readonly [FaultName, ...FaultName[]];

/** Every fault there is. */
export const faultNames: Names = [
  "refused",
  "reset-before",
  "reset-after",
  "truncated-body",
  "broken-body",
  "not-json",
  "slow",
  ...faultStatuses.map((status) => `status-${status}` as const),
  "operation-failed",
  "operation-stuck",
  "fresh-404",
  "edits-rule",
  "adds-rule",
  "deletes-rule",
  "deletes-group",
  "clock-jump",
  "abort",
];

/** What `drawFaults` draws, and how much. */
export interface DrawOptions {
  /** What is drawn from; default every fault. */
  readonly faults?: Names;
  /** The most faults in one plan; default 4. */
  readonly most?: number;
  /** How many requests are expected; default 30. Faults meet one of these, or one of a kind in their first half. */
  readonly requests?: number;
}

/** A plan of one fault or more, the same for the same seed. What breaks operations is planned for writes, where they start. */
export function drawFaults(seed: number, options: DrawOptions = {}): readonly PlannedFault[] {
  const { faults = faultNames, most = 4, requests = 30 } = options;
  const dice = createDice(seed);
  return Array.from({ length: dice.upTo(most) }, () => drawFault(dice.oneOf(faults), requests, dice));
}

function drawFault(fault: FaultName, requests: number, dice: Dice): PlannedFault {
  const at = drawPosition(requests, dice);
  const write = { write: dice.upTo(Math.ceil(requests / 2)) };
  switch (fault) {
    case "refused":
    case "reset-before":
    case "reset-after":
    case "truncated-body":
    case "broken-body":
    case "not-json":
      return { fault, at, ...drawTimes(dice) };
    case "slow":
      return { fault, seconds: dice.oneOf([1, 10, 60, 300]), at };
    case "status-408":
    case "status-500":
    case "status-502":
    case "status-503":
    case "status-504":
      return { fault, when: drawMoment(dice), ...drawRetryAfter(dice), at, ...drawTimes(dice) };
    case "status-409":
    case "status-423":
    case "status-429":
      return { fault, ...drawRetryAfter(dice), at, ...drawTimes(dice) };
    case "operation-failed":
      return { fault, how: dice.oneOf(["at-once", "at-end", "partly"]), at: write };
    case "operation-stuck":
      return { fault, at: write };
    case "fresh-404":
      return { fault, seconds: dice.oneOf([2, 20, 100]), at: write };
    case "edits-rule":
    case "adds-rule":
    case "deletes-rule":
    case "deletes-group":
      return { fault, when: drawMoment(dice), pick: dice.upTo(100) - 1, at };
    case "clock-jump":
      return { fault, hours: dice.oneOf([-24, -1, 1, 24]), at };
    case "abort":
      return { fault, when: drawMoment(dice), at };
  }
}

function drawPosition(requests: number, dice: Dice): Position {
  const ofKind = dice.upTo(Math.ceil(requests / 2));
  return dice.oneOf<Position>([dice.upTo(requests), { read: ofKind }, { write: ofKind }, { poll: ofKind }]);
}

const drawMoment = (dice: Dice): "before" | "after" => dice.oneOf(["before", "after"]);

/** Mostly one; sometimes more than a client likes to try again. */
const drawTimes = (dice: Dice): { readonly times?: number } => {
  const times = dice.oneOf([1, 1, 1, 2, 8]);
  return times === 1 ? {} : { times };
};

const drawRetryAfter = (dice: Dice): { readonly retryAfter?: FaultyRetryAfter } => {
  const retryAfter = dice.oneOf<FaultyRetryAfter | undefined>([
    undefined,
    "seconds",
    "date",
    "ten-years",
    "negative",
    "text",
  ]);
  return retryAfter === undefined ? {} : { retryAfter };
};

interface Dice {
  /** From 1 to the maximum. */
  upTo(maximum: number): number;
  oneOf<Item>(items: readonly [Item, ...Item[]]): Item;
}

function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const upTo = (maximum: number): number => 1 + Math.floor(random() * maximum);
  return { upTo, oneOf: (items) => items[upTo(items.length) - 1] ?? items[0] };
}
