import type { GroupChanges } from "../group-changes.ts";
import type { Step } from "../step.ts";

/** The waves of some groups, and the wave of the plan with which they begin at the earliest. */
export interface OrderedSteps {
  readonly start: number;
  readonly waves: readonly (readonly Step[])[];
}

/** A group that is changed, with what is known of the others. */
export interface PlacedUpdate {
  readonly update: Extract<GroupChanges, { readonly kind: "update" }>;
  /** The first wave in which every group that its new rules name has its id, and every new group has opened what this one closes. */
  readonly start: number;
  /** Positions of the groups that open what this one closes; a server may be in both. */
  readonly waitsFor: ReadonlySet<number>;
}
