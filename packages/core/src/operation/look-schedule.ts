/** How far one wait was when it was looked at last, all times since it began, in milliseconds. */
export interface WaitProgress {
  readonly age: number;
  readonly total: number;
  readonly ended: number;
  /** When some had ended for the first time, and how many. */
  readonly first?: { readonly age: number; readonly ended: number } | undefined;
  /** When its operations usually have begun to end. */
  readonly usual?: { readonly firstLook: number; readonly end: number } | undefined;
  readonly hasLooked: boolean;
}

/** The least time from one look to the next, in milliseconds. */
export const shortestGapMs = 100;
const longestGapMs = 5_000;

/**
 * How long after the last look, or the begin of the wait, the next look should be.
 *
 * About a tenth of the time that it has lasted, so that no wait is known to be over more than a tenth too late; a tenth of a second at
 * least and five seconds at most, of which up to a quarter is taken off by `random`, from 0 to 1. Before operations usually end there is no look,
 * and when they end one after another, the last one is looked at when its turn should be over.
 */
export function nextLook(progress: WaitProgress, random: number): number {
  const { age, total, ended, first, usual, hasLooked } = progress;
  if (first === undefined && usual !== undefined) {
    const look = hasLooked ? usual.end : usual.firstLook;
    if (age < look) return look - age;
  }
  const gap = Math.max(shortestGapMs, Math.min(longestGapMs, age / 10) * (1 - random / 4));
  if (first === undefined || ended <= first.ended) return gap;
  const left = ((total - ended) * (age - first.age)) / (ended - first.ended);
  return Math.max(shortestGapMs, Math.min(gap, left));
}
