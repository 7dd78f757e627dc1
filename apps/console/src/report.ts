import type { TargetPlan } from "@secgroup/core";

/** A plan as the page shows it: the plan itself, with the sentences about it that the command has made. Plain data, without secrets. */
export interface Report {
  /** The document that was planned, as the user named it. */
  readonly document: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** Of the command. */
  readonly version: string;
  /** What the whole plan comes to, a line each. */
  readonly summary: readonly string[];
  readonly targets: readonly ReportTarget[];
  /** Why targets are not in the plan, a sentence each. */
  readonly failed: readonly string[];
}

export interface ReportTarget {
  readonly plan: TargetPlan;
  /** The cloud and where on it, such as `Gcore`, `project 1`, `region 76`. */
  readonly place: readonly string[];
  /** Each step of each wave in words. */
  readonly waves: readonly (readonly string[])[];
}
