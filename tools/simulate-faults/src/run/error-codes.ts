import { SecurityGroupError, type ErrorCode } from "@secgroup/core";
import { errorsOf, type RunRecord } from "./run-record.ts";

/** The codes of everything that a process found wrong. */
export function codesOf(run: RunRecord): ReadonlySet<ErrorCode> {
  return new Set(
    errorsOf(run)
      .flatMap(allOf)
      .map(({ code }) => code),
  );
}

/** An error with those that were found with it. */
export function allOf(error: unknown): readonly SecurityGroupError[] {
  if (!SecurityGroupError.is(error)) return [];
  return [error, ...error.related.filter((other) => other !== error).flatMap(allOf)];
}
