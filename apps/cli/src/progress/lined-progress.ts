import type { ApplyEvent, Plan, StepStatus } from "@secgroup/core";
import type { Context } from "../context.ts";
import { stepDescriber } from "../render/describe-step.ts";
import { count, seconds } from "../render/words.ts";
import type { Progress } from "./progress.ts";
import { stopping } from "./stopping.ts";
import { estimateRest, sumProgress } from "./overall-progress.ts";
import { advance, type TargetProgress } from "./target-progress.ts";

const statusTitles: Readonly<Record<StepStatus, string>> = {
  done: "done",
  failed: "FAILED",
  unknown: "UNKNOWN",
  "not-done": "not done",
};

/** One line for each thing that happens, for logs and pipes. */
export function linedProgress(plan: Plan, { stderr, signal }: Pick<Context, "stderr" | "signal">): Progress {
  const states = new Map<string, TargetProgress>();
  const describers = new Map(plan.targets.map((target) => [target.target, stepDescriber(target)]));
  const write = (event: ApplyEvent): void => {
    const before = states.get(event.target);
    const state = advance(before, event);
    states.set(event.target, state);
    const line = describeEvent(
      event,
      state,
      describers.get(event.target) ?? (({ kind }) => kind),
      tellOverall([...states.values()], event.at),
    );
    if (line !== undefined && state.steps > 0) stderr.write(`${event.target}: ${line}\n`);
  };
  const tellStop = (): void => stderr.write(`${stopping}\n`);
  signal.addEventListener("abort", tellStop, { once: true });
  return { onEvent: write, end: () => signal.removeEventListener("abort", tellStop) };
}

/** Where all targets stand together; nothing while a single one says as much. */
function tellOverall(targets: readonly TargetProgress[], now: number): string {
  const all = sumProgress(targets);
  if (targets.filter(({ steps }) => steps > 0).length < 2) return "";
  return `; ${all.ended} of ${count(all.steps, "step")} in all${estimateRest(all, now)}`;
}

function describeEvent(
  event: ApplyEvent,
  state: TargetProgress,
  describeStep: ReturnType<typeof stepDescriber>,
  overall: string,
): string | undefined {
  switch (event.kind) {
    case "target-started":
      return `start, ${count(state.steps, "step")}`;
    case "step-sent":
      return undefined;
    case "step-ended":
      return `${state.ended} of ${state.steps} ${statusTitles[event.status]}: ${describeStep(event.step)}`;
    case "waiting":
      return `waiting for ${count(event.operations, "operation")}${overall}`;
    case "waiting-until-quiet":
      return `waiting until the cloud has ended ${count(event.operations, "operation")} on these groups`;
    case "planned-again":
      return `planned again what is left, ${count(event.steps, "step")}`;
    case "reading-back":
      return "reading back";
    case "target-ended":
      return `${event.converged ? "as planned" : "NOT as planned"} after ${seconds(event.at - state.startedAt)}`;
  }
}
