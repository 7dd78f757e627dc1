import { describeError } from "../describe-error.ts";
import { codesOf } from "../run/error-codes.ts";
import type { Outcome } from "../run/outcome.ts";
import { saysConverged, type RunRecord } from "../run/run-record.ts";
import { excuseOf } from "./excuses.ts";
import type { Law } from "./law.ts";
import { troublesOf } from "./meddled.ts";

/** Without trouble the first process reaches its goal; with trouble another one does before long; or there is a reason why none can. */
export const converges: Law = {
  name: "it converges, or says clearly why not",
  judge: (outcome) => [...judgeFirst(outcome), ...judgeLast(outcome)],
};

function judgeFirst(outcome: Outcome): readonly string[] {
  const [first] = outcome.runs;
  if (first === undefined || saysConverged(first) || troublesOf(outcome).length > 0) return [];
  if (codesOf(first).has("unsafe-plan") || excuseOf(first, outcome) !== undefined) return [];
  return [`nothing went wrong, yet the first process did not converge: ${why(first)}`];
}

function judgeLast(outcome: Outcome): readonly string[] {
  const last = outcome.runs.at(-1);
  if (last === undefined || saysConverged(last) || outcome.error !== undefined) return [];
  return excuseOf(last, outcome) === undefined ? [`it has not converged after all: ${why(last)}`] : [];
}

function why(run: RunRecord): string {
  const { error, report, failed } = run;
  const all = [
    ...(error === undefined ? [] : [error]),
    ...failed,
    ...(report?.targets.flatMap((target) => target.error ?? []) ?? []),
  ];
  return all.map(describeError).join("; ");
}
