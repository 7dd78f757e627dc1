import type { Position } from "./address-line.ts";
import type { Interval } from "./interval.ts";

/**
 * The places of one line at which anything that is compared begins or ends. Between two of them nothing differs, so that sets need only
 * tell apart the stretches from one to the next, by their rank.
 */
export interface Coordinates {
  /** The number of stretches. */
  readonly count: number;
  /** The stretch that holds a place; for a place where one begins, that one. */
  readonly rankOf: (place: Position) => number;
  /** The stretches with these ranks as one interval. */
  readonly interval: (ranks: Interval<number>) => Interval<Position>;
}

export function createCoordinates(whole: Interval<Position>, ends: readonly Position[]): Coordinates {
  const places = sortedPlaces([whole.from, whole.to, ...ends]);
  return {
    count: places.length - 1,
    rankOf(place) {
      let [low, high] = [0, places.length];
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((places[middle] ?? whole.to) <= place) low = middle;
        else high = middle;
      }
      return low;
    },
    interval: ({ from, to }) => ({ from: places[from] ?? whole.from, to: places[to] ?? whole.to }),
  };
}

/** Each place once. A set would be simpler, but one of bigints that are equal in their last 64 bits takes a time that grows with the square. */
function sortedPlaces(places: readonly Position[]): readonly Position[] {
  const sorted =
    typeof places[0] === "bigint" ? places.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : sortNumbers(places);
  const distinct: Position[] = [];
  for (const place of sorted) if (place !== distinct.at(-1)) distinct.push(place);
  return distinct;
}

/** Without a comparison function, which takes most of the time. */
function sortNumbers(places: readonly Position[]): Float64Array {
  const numbers = new Float64Array(places.length);
  places.forEach((place, index) => (numbers[index] = Number(place)));
  return numbers.sort();
}
