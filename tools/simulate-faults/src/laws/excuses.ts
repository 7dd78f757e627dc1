import type { ErrorCode } from "@secgroup/core";
import { codesOf } from "../run/error-codes.ts";
import type { Outcome } from "../run/outcome.ts";
import type { RunRecord } from "../run/run-record.ts";

interface Excuse {
  /** Why it cannot be done. */
  readonly reason: string;
  /** What the product says then. */
  readonly code: ErrorCode;
  readonly holds: (outcome: Outcome) => boolean;
}

/** What makes the goal impossible, whatever anybody does; the product has to say so by the code. */
const excuses: readonly Excuse[] = [
  {
    reason: "the credentials may not look at what is under way",
    code: "forbidden",
    holds: ({ world: { scenario } }) =>
      scenario.ionos.quirks?.requestList === "403" || scenario.gcore.quirks?.taskList === "forbidden",
  },
  {
    reason: "the document names by its id a group that somebody else has deleted, or refers to one",
    code: "not-found",
    holds: ({ world }) => world.meddlings.some(({ isRemoval }) => isRemoval),
  },
  {
    reason: "two processes made a group of the same name at once, and nobody knows which is meant",
    code: "ambiguous-group",
    holds: ({ runs }) => runs.some(({ kind }) => kind === "rival"),
  },
];

/** Why a process could not converge; undefined without a reason. */
export function excuseOf(run: RunRecord, outcome: Outcome): string | undefined {
  const codes = codesOf(run);
  return excuses.find(({ code, holds }) => codes.has(code) && holds(outcome))?.reason;
}
