import type { GcoreCloud } from "../gcore/gcore-handle.ts";
import type { IonosCloud } from "../ionos/ionos-handle.ts";

/** What faults have in hand of the two clouds; a simulator has it. */
export interface FaultyClouds {
  readonly ionos: Pick<IonosCloud, "groups" | "editRules" | "removeGroup" | "failNextRequest" | "stickNextRequest">;
  readonly gcore: Pick<GcoreCloud, "groups" | "editRules" | "removeGroup" | "failNextTask" | "stickNextTask">;
}
