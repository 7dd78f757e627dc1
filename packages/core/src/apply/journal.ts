import type { ObservedGroup } from "../model/group.ts";
import type { Operation } from "../operation/operation.ts";
import type { Plan, Wave } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";
import type { StepStatus } from "./apply-report.ts";

/** What a group of the plan was before the first write; `null` when it did not exist. */
export interface RecordedGroup {
  /** The group's key in the document. */
  readonly key: string;
  readonly group: ObservedGroup | null;
}

/** What stood on a target before an apply wrote to it. */
export interface RecordedTarget {
  readonly target: string;
  readonly groups: readonly RecordedGroup[];
}

/**
 * One line of a journal: plain data that survives JSON and holds no secret. Times are milliseconds since the epoch. `step` is a number that
 * is given to each write of a target when it is about to be sent, from 0.
 */
export type JournalEntry =
  /** The first: what is to be done, and what the targets were before. */
  | {
      readonly kind: "begun";
      readonly format: "secgroup-journal/1";
      readonly at: number;
      readonly plan: Plan;
      readonly before: readonly RecordedTarget[];
    }
  /** Written before the request leaves: from here on its effect is unknown until an entry says more. */
  | {
      readonly kind: "sending";
      readonly at: number;
      readonly target: string;
      readonly step: number;
      readonly write: Step;
    }
  /** The cloud took the write on. */
  | {
      readonly kind: "accepted";
      readonly at: number;
      readonly target: string;
      readonly step: number;
      readonly operation: Operation;
    }
  | {
      readonly kind: "ended";
      readonly at: number;
      readonly target: string;
      readonly step: number;
      readonly status: StepStatus;
      /** The code of what went wrong. */
      readonly error?: string | undefined;
    }
  /** What is left was planned again, from what the cloud holds. */
  | { readonly kind: "planned-again"; readonly at: number; readonly target: string; readonly waves: readonly Wave[] }
  | { readonly kind: "target-ended"; readonly at: number; readonly target: string; readonly converged: boolean }
  /** The last: every target was seen to its end, well or not. */
  | { readonly kind: "ended-all"; readonly at: number };

/**
 * Where apply writes down what it is about to do and what became of it, so that whoever comes after a crash can go on (`resumeApply`) or back
 * (`planRollback`).
 */
export interface Journal {
  /** Resolves when the entry will survive the end of the process. Apply sends no write before its entry is safe. */
  write(entry: JournalEntry): Promise<void>;
}
