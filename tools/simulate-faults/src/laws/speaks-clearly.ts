import { SecurityGroupError } from "@secgroup/core";
import { describeError } from "../describe-error.ts";
import { allOf } from "../run/error-codes.ts";
import { errorsOf } from "../run/run-record.ts";
import type { Law } from "./law.ts";

/** Text that comes of a value put into a sentence unseen. */
const accident = /\[object |\bundefined\b|\bNaN\b|an unexpected failure/;

/** Every error says what, and what to do next, and none is a defect in disguise. */
export const speaksClearly: Law = {
  name: "every error speaks clearly",
  judge: ({ runs }) =>
    runs.flatMap((run) =>
      errorsOf(run).flatMap((error) => {
        if (!SecurityGroupError.is(error)) return [`${run.kind}: threw ${describeError(error)}`];
        return allOf(error).flatMap((one) =>
          complaints(one).map((complaint) => `${run.kind}: ${one.code} "${one.message}" ${complaint}`),
        );
      }),
    ),
};

function complaints(error: SecurityGroupError): readonly string[] {
  const { code, message, hint, cause } = error;
  const isPlain = code === "aborted" || error.related.length > 0;
  return [
    ...(message.trim() === "" ? ["says nothing"] : []),
    ...(accident.test(`${message} ${hint ?? ""}`) ? [`is no sentence for people (${hint ?? "no hint"})`] : []),
    ...(hint === undefined && !isPlain ? ["does not say what to do next"] : []),
    ...(isDefect(cause) ? [`hides a defect: ${describeError(cause)}`] : []),
  ];
}

/** What the network throws is a TypeError too, and says so. */
function isDefect(cause: unknown): boolean {
  if (!(cause instanceof Error) || SecurityGroupError.is(cause)) return false;
  const isNetwork = /^(fetch failed|terminated)/.test(cause.message);
  return !isNetwork && [TypeError, RangeError, ReferenceError].some((kind) => cause instanceof kind);
}
