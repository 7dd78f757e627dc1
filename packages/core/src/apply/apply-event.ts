import type { Step } from "../plan/step.ts";
import type { StepStatus } from "./apply-report.ts";

/** What apply tells while it works, in the order in which it happens. Times are milliseconds since the epoch. */
export type ApplyEvent =
  | { readonly kind: "target-started"; readonly target: string; readonly at: number; readonly steps: number }
  | { readonly kind: "step-sent"; readonly target: string; readonly at: number; readonly step: Step }
  | {
      readonly kind: "step-ended";
      readonly target: string;
      readonly at: number;
      readonly step: Step;
      readonly status: StepStatus;
    }
  /** All steps of a wave are sent and the cloud is at work on them. */
  | { readonly kind: "waiting"; readonly target: string; readonly at: number; readonly operations: number }
  /** The cloud is at work on something that may concern the groups and that is not, or not known to be, a step of this plan. */
  | { readonly kind: "waiting-until-quiet"; readonly target: string; readonly at: number; readonly operations: number }
  | { readonly kind: "reading-back"; readonly target: string; readonly at: number }
  /** What is left was planned again from what the cloud holds; `steps` are still to come. */
  | { readonly kind: "planned-again"; readonly target: string; readonly at: number; readonly steps: number }
  | { readonly kind: "target-ended"; readonly target: string; readonly at: number; readonly converged: boolean };
