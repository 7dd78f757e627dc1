import { judge, type Breach } from "./laws/judge.ts";
import { sortOut } from "./known-failures.ts";
import { runScenario } from "./run/run-scenario.ts";
import { drawScenario } from "./scenario/draw-scenario.ts";

/** What became of one seed; plain data. */
export interface Verdict {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  /** Names of known failures that it came upon. */
  readonly known: readonly string[];
  readonly requests: number;
}

/** Plays a seed and judges it. */
export async function judgeSeed(seed: number): Promise<Verdict> {
  const outcome = await runScenario(drawScenario(seed));
  const { unknown, known } = sortOut(judge(outcome), outcome);
  const requests = outcome.runs.reduce((sum, run) => sum + run.sent.length, 0);
  return { seed, breaches: unknown, known, requests };
}
