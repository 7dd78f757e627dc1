const firstDelayMs = 500;
const growth = 1.5;
const longestDelayMs = 5_000;

/**
 * How long to wait before the next look, in milliseconds: half a second at first, half as much again each time, five seconds at
 * most, of which up to a quarter is taken off at random so that many waiters do not ask in step.
 *
 * `attempt` counts from 0; `random` is from 0 to 1; what the cloud asked for (`retryAfterMs`) is kept in full.
 */
export function pollDelay(attempt: number, random: number, retryAfterMs = 0): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * growth ** attempt);
  return Math.max(retryAfterMs, Math.round(delay * (1 - random / 4)));
}
