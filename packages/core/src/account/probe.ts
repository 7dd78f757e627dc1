import { minuteMs } from "./allowance.ts";

/** Finds out now and then whether a limit that was only guessed has room above. */
export interface Probe {
  /** Called when the limit held something back; a limit that nobody reaches is not raised. */
  reached(): void;
  /** By which factor to raise the limit now; 1 most of the time. */
  growth(time: number): number;
}

/** Keeps still until `start`; then 5 % more, and in each further minute twice the share of the minute before. */
export function createProbe(start: number): Probe {
  let at = start;
  let share = 0.05;
  let isReached = false;
  return {
    reached() {
      isReached = true;
    },
    growth(time) {
      if (!isReached || time < at) return 1;
      const factor = 1 + share;
      at = time + minuteMs;
      share *= 2;
      isReached = false;
      return factor;
    },
  };
}
