import type { ApplyEvent, Plan } from "@secgroup/core";
import type { Context } from "../context.ts";
import { linedProgress } from "./lined-progress.ts";
import { livingProgress } from "./living-progress.ts";

/** Tells on stderr how apply gets on. */
export interface Progress {
  readonly onEvent: (event: ApplyEvent) => void;
  /** Leaves the last state on the screen. */
  readonly end: () => void;
}

/** Lines that are written over on a terminal, else one line for each thing that happens. */
export function startProgress(plan: Plan, context: Pick<Context, "stderr" | "clock" | "every" | "signal">): Progress {
  return context.stderr.isTerminal ? livingProgress(plan, context) : linedProgress(plan, context);
}
