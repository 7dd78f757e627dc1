import type { GroupChanges, Wave } from "../../../src/index.ts";
import { findViolations } from "./check-laws.ts";
import type { Law, Violation } from "./violation.ts";
import { searchFewestCalls } from "./search-fewest-calls.ts";
import type { PlanInput } from "./small-plans.ts";

/** Turns changes into waves, as the strategies of the planner do. */
export type Planner = (
  changes: readonly GroupChanges[],
  context: Pick<PlanInput, "capabilities" | "limits">,
) => readonly Wave[];

/** What no order of steps can avoid in some cases, such as a limit without room. */
const excusable: ReadonlySet<Law> = new Set(["keeps what stays", "keeps what stays across groups"]);

/**
 * The first law that a planner breaks although some plan keeps it; `undefined` when it breaks none. Where the search finds
 * that every plan interrupts something, all other laws still hold.
 */
export function findBreach(planner: Planner, input: PlanInput): Violation | undefined {
  let mayInterrupt: boolean | undefined;
  for (const violation of findViolations(input, planner(input.changes, input))) {
    if (!excusable.has(violation.law)) return violation;
    mayInterrupt ??= searchFewestCalls(input) === undefined;
    if (!mayInterrupt) return violation;
  }
  return undefined;
}
