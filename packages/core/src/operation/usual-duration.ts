/** How long operations of an account usually take from the moment that somebody waits for them, in milliseconds; learned from the looks at them. */
export interface UsualDuration {
  /** When to look first; `undefined` while nothing is known. */
  firstLook(): number | undefined;
  /** When it should have ended at last; `undefined` while nothing is known. */
  end(): number | undefined;
  /** Tells when the look was made that saw the first operation of a wait ended, and the look before, if there was one. */
  learn(missedAt: number | undefined, seenAt: number): void;
}

/** Durations known to a tenth are known well enough. */
const accuracy = 10;
/** After so many looks that came at once to an end it tries whether an earlier one would do. */
const patience = 8;

/**
 * Takes the latest short duration for usual, and closes in on it by halves.
 *
 * Looking too late costs time with each wait, looking too early only once. So durations that are longer than usual are believed at the third in a row.
 */
export function createUsualDuration(): UsualDuration {
  let known: { readonly low: number; readonly high: number } | undefined;
  let hits = 0;
  let longer: { readonly low: number; readonly high: number }[] = [];
  return {
    firstLook() {
      if (known === undefined) return undefined;
      const { low, high } = known;
      return high - low <= high / accuracy ? high : (low + high) / 2;
    },
    end: () => known?.high,
    learn(missedAt, seenAt) {
      const seen = { low: missedAt ?? 0, high: seenAt };
      if (known === undefined) known = seen;
      else if (missedAt === undefined) {
        hits++;
        known = { low: hits % patience === 0 ? seenAt / 2 : Math.min(known.low, seenAt), high: seenAt };
        longer = [];
      } else if (missedAt < known.high) {
        // The look at the usual end may have come late because the one before was under way.
        known = { low: missedAt, high: Math.min(known.high, seenAt) };
        longer = [];
      } else {
        longer.push(seen);
        if (longer.length < 3) return;
        known = longer.reduce((one, other) => (other.high < one.high ? other : one));
        longer = [];
      }
    },
  };
}
