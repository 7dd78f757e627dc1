import { describeError } from "../describe-error.ts";
import { describeScenario } from "../scenario/describe-scenario.ts";
import { errorsOf, saysConverged, type RunRecord } from "./run-record.ts";
import type { Outcome } from "./outcome.ts";

/** All that happened, for a person to read: the scenario, each process, and each request under faults. */
export function tellStory({ world, runs, story, error }: Outcome): string {
  const begin = runs[0]?.startedAt ?? 0;
  return [
    describeScenario(world.scenario),
    "",
    ...runs.flatMap((run) => [...tellRun(run, begin), ""]),
    ...(error === undefined ? [] : [`the play came to no end: ${describeError(error)}`, ""]),
    "requests under faults:",
    story,
  ].join("\n");
}

function tellRun(run: RunRecord, begin: number): readonly string[] {
  const { kind, how, startedAt, endedAt, hasCrashed, abortedAfter, sent, events } = run;
  const seconds = (at: number): string => ((at - begin) / 1000).toFixed(3);
  const end = hasCrashed ? "died" : saysConverged(run) ? "converged" : "failed";
  return [
    `${kind} (${how}): ${seconds(startedAt)} s to ${seconds(endedAt)} s, ${end}${abortedAfter === undefined ? "" : `, told to stop after request ${abortedAfter}`}`,
    ...errorsOf(run).map((error) => `  error: ${describeError(error)}`),
    ...sent.map(
      ({ number, at, method, path, status }) =>
        `  request ${number} ${seconds(at)} s ${method} ${path} ${status ?? "-"}`,
    ),
    ...events.map((event) => `  ${event}`),
  ];
}
