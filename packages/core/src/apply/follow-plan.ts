import { longestWait } from "../account/longest-wait.ts";
import { toSecurityGroupError } from "../error/security-group-error.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import { countWrites, type TargetPlan } from "../plan/plan.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import type { StepReport, TargetReport } from "./apply-report.ts";
import { lookAfterWave, type WaveEnd } from "./look-after-wave.ts";
import { changeManner } from "./manner.ts";
import { planAgain } from "./plan-again.ts";
import { readBack, whyNot } from "./read-back.ts";
import { restateRules } from "./restate-rules.ts";
import { runWave } from "./run-wave.ts";
import type { TargetRun } from "./target-run.ts";

/** Before what is left is planned again; doubled with each plan that brought nothing. */
const firstPauseMs = 1_000;

/** After so many plans of one target without any progress it is left as it is, */
const mostIdlePlans = 4;
/** and after so many in all. */
const mostPlans = 100;

/** Carries out a plan, and further ones of what is left as long as that may help. */
export async function followPlan(run: TargetRun, first: TargetPlan): Promise<TargetReport> {
  const { target } = run.plan;
  const steps: StepReport[] = [];
  let plan = first;
  let seen: ObservedTarget | undefined;
  let idle = 0;
  for (let plans = 1; ; plans++) {
    const ended = await runWaves(run, plan);
    const { next } = ended;
    // A cloud may let only some of many through at a time.
    idle = ended.steps.some(({ status }) => status === "done") ? 1 : idle + 1;
    if (next.kind === "go-on") {
      const last = next.observed ?? seen;
      const error = last && (await readBack(run, last));
      return { target, steps: [...steps, ...ended.steps], error: error?.at({ target }) };
    }
    // Nobody waits longer than the account would.
    const asked = next.error.retryAfterMs ?? 0;
    if (next.kind === "stop" || idle === mostIdlePlans || plans === mostPlans || asked > longestWait)
      return { target, steps: [...steps, ...ended.steps], error: next.error.at({ target }) };
    changeManner(run.manner, ended.steps, run.adapter.capabilities);
    try {
      const { clock, signal } = run.options;
      const pauseMs = Math.max(asked, firstPauseMs * 2 ** idle);
      await throwIfAborted(clock.sleep(pauseMs, signal), signal);
      plan = await planAgain(run, next.observed);
      seen = next.observed;
    } catch (cause) {
      const error = toSecurityGroupError(cause);
      return { target, steps: [...steps, ...ended.steps], error: error.with({ cause: next.error }).at({ target }) };
    }
    // What was not done is in the new plan, or is not needed any more.
    steps.push(...ended.steps.filter(({ status }) => status === "done"));
    const { clock, onEvent } = run.options;
    await run.journal.note({ kind: "planned-again", at: clock.now(), target, waves: plan.waves });
    onEvent?.({ kind: "planned-again", target, at: clock.now(), steps: countWrites(plan) });
  }
}

interface WavesEnd {
  readonly steps: readonly StepReport[];
  /** Without an observation when nothing had to be done. */
  readonly next:
    | Exclude<WaveEnd["next"], { readonly kind: "go-on" }>
    | { readonly kind: "go-on"; readonly observed?: ObservedTarget };
}

async function runWaves(run: TargetRun, plan: TargetPlan): Promise<WavesEnd> {
  const steps: StepReport[] = [];
  let next: WavesEnd["next"] = { kind: "go-on" };
  for (const wave of plan.waves) {
    if (next.kind !== "go-on") {
      steps.push(...wave.map((step): StepReport => ({ step, status: "not-done" })));
      continue;
    }
    const { observed } = next;
    const restated = observed ? wave.map((step) => restateRules(step, observed, run.created)) : wave;
    const reports = await runWave(restated, run);
    const end = await lookAfterWave(run, reports).catch((error: unknown): WaveEnd => {
      const [first] = reports.flatMap((report) => report.error ?? []);
      return { steps: reports, next: { kind: "stop", error: first ?? whyNot(error, run) } };
    });
    steps.push(...end.steps);
    next = end.next;
  }
  return { steps, next };
}
