/** Chance from a seed: the same rows of throws for the same seed. */
export interface Dice {
  /** At least 0 and below 1. */
  readonly random: () => number;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  /** Whether something happens that is so likely, from 0 to 1. */
  readonly happens: (likelihood: number) => boolean;
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Each item with this likelihood, in their order. */
  readonly some: <Item>(items: readonly Item[], likelihood: number) => readonly Item[];
}

/** The generator Mulberry32: good enough for drawing scenarios, and for nothing that has to be secret. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // Seeds are often neighbours, and the first throws of neighbours are alike.
  for (let round = 0; round < 8; round++) random();
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const happens = (likelihood: number): boolean => random() < likelihood;
  return {
    random,
    between,
    happens,
    oneOf: (items) => items[between(0, items.length - 1)] ?? items[0],
    some: (items, likelihood) => items.filter(() => happens(likelihood)),
  };
}
