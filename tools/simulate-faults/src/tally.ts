import type { Verdict } from "./judge-seed.ts";

/** Counts verdicts as they come in, and shows on a terminal how far they are. */
export interface Tally {
  readonly add: (verdict: Verdict) => void;
  /** Clears the line. */
  readonly end: () => void;
  readonly requests: () => number;
  /** In the order of their seeds. */
  readonly failed: () => readonly Verdict[];
}

export function createTally(count: number, output: Pick<NodeJS.WriteStream, "isTTY" | "write">): Tally {
  const failed: Verdict[] = [];
  let done = 0;
  let requests = 0;
  return {
    add(verdict) {
      done++;
      requests += verdict.requests;
      if (verdict.breaches.length > 0) failed.push(verdict);
      if (output.isTTY && done % 10 === 0) output.write(`\r${done} of ${count} seeds, ${failed.length} failed`);
    },
    end() {
      if (output.isTTY) output.write("\r\x1b[K");
    },
    requests: () => requests,
    failed: () => failed.toSorted((left, right) => left.seed - right.seed),
  };
}
