import type {
  Crash,
  FaultTarget,
  GcoreOptions,
  IonosOptions,
  PlannedFault,
  RateLimitOptions,
} from "@secgroup/simulator";
import type { PlainRule } from "./plain-rule.ts";

/** What a group holds. */
export interface GroupContent {
  readonly description: string;
  /** None on IONOS. */
  readonly tags: Readonly<Record<string, string>>;
  readonly rules: readonly PlainRule[];
}

/** A group as the document wants it. */
export interface WantedGroup {
  /** Another one than that which stands means a rename. */
  readonly name: string;
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly rules: readonly PlainRule[];
  readonly unlistedRules: "remove" | "keep";
}

/** One group of a target: what stands, and what the document wants; without `wanted` the document does not speak of it. */
export interface ScenarioGroup {
  readonly name: string;
  /** Undefined: there is none. */
  readonly before?: GroupContent;
  readonly wanted?: WantedGroup | "absent";
}

/** One target with all its groups. */
export interface ScenarioTarget {
  readonly name: string;
  readonly place: FaultTarget;
  readonly groups: readonly ScenarioGroup[];
}

/** Everything that happens, as plain data: what one seed stands for. */
export interface Scenario {
  readonly seed: number;
  readonly ionos: IonosOptions;
  readonly gcore: GcoreOptions;
  readonly rateLimits: Partial<Readonly<Record<"ionos" | "gcore", RateLimitOptions>>>;
  /** Milliseconds that a request and its answer are on their way. */
  readonly roundTripMs: number;
  /** How long apply waits for a wave, in milliseconds. */
  readonly deadlineMs: number;
  readonly targets: readonly ScenarioTarget[];
  /** What goes wrong for the first process and its rival. */
  readonly faults: readonly PlannedFault[];
  /** What goes wrong for the process after a crash, whose requests are counted anew. */
  readonly laterFaults: readonly PlannedFault[];
  /** How the first process dies. */
  readonly crash?: Crash;
  readonly afterCrash: "resume" | "plan-anew";
  /** A second process that applies the same document, so many milliseconds after the first began. */
  readonly rivalAfterMs?: number;
  /** Between one process and the next. */
  readonly pauseMs: number;
  /** Whether whoever applies it accepts interruptions that the plan announces. */
  readonly allowInterruption: boolean;
}
