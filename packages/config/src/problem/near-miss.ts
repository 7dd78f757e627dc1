/** How many letters must be put in, left out, changed or swapped with their neighbour to get from one text to the other. */
function distance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

// Nobody types a name this long by hand, and the comparison is quadratic.
const longestCompared = 64;
// A document with more names than this is written by a program, which makes no slips.
const mostCompared = 1000;

/** `; did you mean NAME?` for the known name nearest to what was written, or nothing when none is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  if (written.length > longestCompared) return "";
  let nearest: string | undefined;
  // Of a single letter, every other one would be near.
  let least = Math.max(written.length > 1 ? 1 : 0, Math.floor(written.length / 3)) + 1;
  let compared = 0;
  for (const name of known) {
    if (compared++ === mostCompared) break;
    if (Math.abs(name.length - written.length) >= least) continue;
    const steps = distance(written.toLowerCase(), name.toLowerCase());
    if (steps < least) {
      nearest = name;
      least = steps;
    }
  }
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}
