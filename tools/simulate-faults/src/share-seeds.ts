import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CrashVerdict } from "./crash-matrix.ts";
import type { Verdict } from "./judge-seed.ts";

/** What one worker does: each step-th seed from the first up to the last. */
export interface Share {
  readonly what: keyof Verdicts;
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** What workers find out, by what they are asked for. */
interface Verdicts {
  readonly faults: Verdict;
  readonly crashes: CrashVerdict;
}

/** Has seeds judged by as many workers as there are cores; verdicts come in any order. */
export async function shareSeeds<What extends keyof Verdicts>(
  what: What,
  from: number,
  count: number,
  onVerdict: (verdict: Verdicts[What]) => void,
): Promise<void> {
  const step = Math.min(availableParallelism(), count);
  await Promise.all(
    Array.from({ length: step }, async (_, index) => {
      const share: Share = { what, first: from + index, last: from + count - 1, step };
      const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: share });
      worker.on("message", onVerdict);
      // Rejects with a worker's error.
      await once(worker, "exit");
    }),
  );
}
