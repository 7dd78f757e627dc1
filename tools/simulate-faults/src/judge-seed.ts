import { judge, type Breach } from "./laws/judge.ts";
import { runScenario } from "./run/run-scenario.ts";
import { drawScenario } from "./scenario/draw-scenario.ts";

/** What became of one seed; plain data. */
export interface Verdict {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  readonly requests: number;
}

/** Plays a seed and judges it. */
export async function judgeSeed(seed: number): Promise<Verdict> {
  const outcome = await runScenario(drawScenario(seed));
  const requests = outcome.runs.reduce((sum, run) => sum + run.sent.length, 0);
  return { seed, breaches: judge(outcome), requests };
}
