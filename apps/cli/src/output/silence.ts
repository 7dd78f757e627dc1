import type { Context, Output } from "../context.ts";

const nowhere: Output = { write: () => {}, isTerminal: false, hasColor: false, columns: 80 };

/** The same surroundings, in which nothing is said; what went wrong is written to the streams of the original. */
export function silence<Given extends Pick<Context, "stdout" | "stderr">>(context: Given): Given {
  return { ...context, stdout: nowhere, stderr: nowhere };
}
