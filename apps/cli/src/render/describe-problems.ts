import type { SecurityGroupError } from "@secgroup/core";
import { listErrors } from "./list-errors.ts";
import { nextStep } from "./next-step.ts";
import { renderPosition } from "./render-error.ts";

/** What went wrong, where in a file, and what to do next; a line for each problem. */
export function describeProblems(error: SecurityGroupError): readonly string[] {
  return listErrors(error).map((one) => {
    const position = renderPosition(one.place);
    return `${one.message.replace(/\.$/, "")}${position === undefined ? "" : ` (${position})`}. ${nextStep(one)}`;
  });
}
