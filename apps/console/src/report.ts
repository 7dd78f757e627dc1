import type { ApplyEvent, ObservedGroup, ObservedRule, TargetPlan } from "@secgroup/core";

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
  /** What could not be read, and with it left out. */
  readonly failed: readonly ReportFailure[];
}

/** Why something of a target could not be read, and what to do next. */
export interface ReportFailure {
  readonly target?: string | undefined;
  readonly problems: readonly Problem[];
}

/** Something that went wrong, in words. */
export interface Problem {
  readonly text: string;
  /** Where it is, and what a vendor said; a line each. */
  readonly details: readonly string[];
  /** What to do next, unless another problem of the same list says so. */
  readonly hint?: string | undefined;
}

export interface ReportTarget {
  readonly plan: TargetPlan;
  /** The cloud and where on it, such as `Gcore`, `project 1`, `region 76`. */
  readonly place: readonly string[];
  /** Each step of each wave in words. */
  readonly waves: readonly (readonly string[])[];
  /** For each group of the plan what there is to know beside its traffic and rules. */
  readonly notes: readonly (readonly ReportNote[])[];
  /** What stands on the target beside what the document names; no plan touches it. */
  readonly undeclared: readonly UndeclaredGroup[];
}

/** A field that changes, a remark, or what an apply has to be told first. */
export interface ReportNote {
  readonly kind: "field" | "remark" | "needs";
  readonly text: string;
}

/** A group that the document does not name, as it stands. */
export interface UndeclaredGroup extends Omit<ObservedGroup, "rules"> {
  readonly rules: readonly Pick<ObservedRule, "rule" | "providerOwned">[];
}

/** What the console is told when it asks for a plan. */
export type ConsoleState =
  | {
      readonly kind: "planned";
      /** Names the plan when it is to be applied. */
      readonly number: number;
      readonly isEmpty: boolean;
      readonly report: Report;
    }
  /** An apply is running; its events tell how far it is. */
  | { readonly kind: "applying" }
  /** There is no plan; what is wrong. */
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/** What happens in an apply, in its order. */
export type ConsoleEvent =
  /** As core tells it; `steps` where a number of writes is told. */
  | { readonly kind: ApplyEvent["kind"]; readonly target: string; readonly steps?: number | undefined }
  /** What became of a target; `broken` when it is not as planned. */
  | { readonly kind: "result"; readonly target: string; readonly broken?: BrokenTarget | undefined }
  /** Nothing was begun. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** The last, in milliseconds since the epoch. */
  | { readonly kind: "ended"; readonly at: number };

/** A target that is not as planned. */
export interface BrokenTarget {
  /** How many steps are done, failed, unknown and not done, in words. */
  readonly steps: string;
  readonly problems: readonly Problem[];
}
