/** Statuses of refusals that a request has nothing to do with: limits, locks, failures of the cloud or of what stands in front of it. */
export const faultStatuses = [408, 409, 423, 429, 500, 502, 503, 504] as const;
/** Those that may also be the answer to a request that has taken effect. */
export const lateFaultStatuses = [408, 500, 502, 503, 504] as const;

type FaultStatus = (typeof faultStatuses)[number];
type LateFaultStatus = (typeof lateFaultStatuses)[number];

/** Before the request reaches the cloud, or after the cloud has answered. */
export type Moment = "before" | "after";

/** The header `Retry-After`: five seconds, as a number or as a date; ten years; minus five; a word. */
export type FaultyRetryAfter = "seconds" | "date" | "ten-years" | "negative" | "text";

/** How an operation fails: before it runs, at its end without effect, or at its end with a part of its effect. */
export type OperationFailure = "at-once" | "at-end" | "partly";

/** Something that goes wrong with one request. */
export type Fault =
  | {
      readonly fault:
        /** Nobody listens. */
        | "refused"
        /** The connection breaks before the cloud has the request. */
        | "reset-before"
        /** The connection breaks after the cloud took the request. */
        | "reset-after"
        /** The answer ends in the middle, as if it were whole. */
        | "truncated-body"
        /** The answer breaks off in the middle. */
        | "broken-body"
        /** The cloud's status, with a page for people as the body. */
        | "not-json"
        /** The operation that the next accepted write starts never ends. */
        | "operation-stuck";
    }
  /** The answer comes late. */
  | { readonly fault: "slow"; readonly seconds: number }
  /** Answered with the status in place of the cloud (`before`), or of its answer (`after`). Default `before`. */
  | {
      readonly fault: `status-${LateFaultStatus}`;
      readonly when?: Moment;
      readonly retryAfter?: FaultyRetryAfter;
    }
  | { readonly fault: `status-${Exclude<FaultStatus, LateFaultStatus>}`; readonly retryAfter?: FaultyRetryAfter }
  /** The operation that the next accepted write starts fails. */
  | { readonly fault: "operation-failed"; readonly how: OperationFailure }
  /** For so long the cloud answers 404 to who asks after the operation that this write starts. */
  | { readonly fault: "fresh-404"; readonly seconds: number }
  /**
   * Somebody else does something to a group, and to its rule at place `pick` (counted round and round; default 0). The group is the
   * one of that name, or else the one at place `pick` among all groups of the targets. Without such a group or rule nothing happens.
   */
  | {
      readonly fault: "edits-rule" | "adds-rule" | "deletes-rule" | "deletes-group";
      readonly when: Moment;
      readonly group?: string;
      readonly pick?: number;
    }
  /** The clock of the client's machine jumps; negative is back. */
  | { readonly fault: "clock-jump"; readonly hours: number }
  /** Whoever started the work breaks it off. */
  | { readonly fault: "abort"; readonly when: Moment };

/** The names of everything that can break. */
export type FaultName = Fault["fault"];

/**
 * Which request a fault meets: the nth of all, or the nth of a kind, counted from 1. A poll is a GET of IONOS' requests or Gcore's
 * tasks, a read any other GET, a write all the rest.
 */
export type Position = number | { readonly read: number } | { readonly write: number } | { readonly poll: number };

/**
 * One fault of a fault plan: at a request, and at as many in a row of its kind as `times` says, which is 1 by default. A plan is plain
 * data: written as JSON it can be read in again and replayed.
 */
export type PlannedFault = Fault & { readonly at: Position; readonly times?: number };
