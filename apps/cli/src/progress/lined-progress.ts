import type { ApplyEvent, Plan, StepStatus } from "@secgroup/core";
import type { Context } from "../context.ts";
import { stepDescriber } from "../render/describe-step.ts";
import { cutText } from "../render/cut.ts";
import { count, seconds } from "../render/words.ts";
import { lookingForSent } from "./looking-for-sent.ts";
import type { Progress } from "./progress.ts";
import { stopping } from "./stopping.ts";
import { tellOverall } from "./overall-progress.ts";
import { advance, type TargetProgress } from "./target-progress.ts";

const statusTitles: Readonly<Record<StepStatus, string>> = {
  done: "done",
  failed: "FAILED",
  unknown: "UNKNOWN",
  "not-done": "not done",
};

/** How often it is said how far all is, and how often it is seen to whether it is time for that, in milliseconds. */
const tellEveryMs = 10_000;
const lookEveryMs = 1_000;

const widestNames = 60;

/** One line for each thing that happens, for logs and pipes, and one now and then that says how far all is. */
export function linedProgress(
  plan: Plan,
  { stderr, signal, clock, every }: Pick<Context, "stderr" | "signal" | "clock" | "every">,
): Progress {
  const names = cutText(plan.targets.map(({ target }) => target).join(", "), widestNames);
  const start = clock.now();
  let told: number | undefined;
  const tell = (line: string): void => {
    told = clock.now();
    stderr.write(`${line}\n`);
  };
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
      tellTogether([...states.values()], event.at),
    );
    if (line !== undefined && state.steps > 0) stderr.write(`${event.target}: ${line}\n`);
  };
  const tellStop = (): void => stderr.write(`${stopping}\n`);
  signal.addEventListener("abort", tellStop, { once: true });
  const stop = every(lookEveryMs, () => {
    const now = clock.now();
    // The first time soon, where nothing has been heard of any target.
    const isFirst = told === undefined && states.size === 0;
    if (now - (told ?? start) < (isFirst ? lookEveryMs : tellEveryMs)) return;
    const working = [...states.values()].filter(({ steps }) => steps > 0);
    if (working.length === 0) tell(`reading ${names} before anything is written`);
    else if (working.some(({ endedAt }) => endedAt === undefined))
      tell(`at work for ${seconds(now - start)}: ${tellOverall(working, now)}`);
  });
  return {
    onEvent: write,
    end: () => {
      stop();
      signal.removeEventListener("abort", tellStop);
    },
  };
}

/** Where all targets that have steps stand together. */
function tellTogether(targets: readonly TargetProgress[], now: number): string {
  return `; ${tellOverall(
    targets.filter(({ steps }) => steps > 0),
    now,
  )}`;
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
      return state.phase === "looking" ? lookingForSent : "reading back";
    case "target-ended":
      return `${event.converged ? "as planned" : "NOT as planned"} after ${seconds(event.at - state.startedAt)}`;
  }
}
