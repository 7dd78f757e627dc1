import type { Capabilities, Limits } from "../../adapter/capabilities.ts";
import type { GroupChanges } from "../group-changes.ts";
import type { Wave } from "../plan.ts";

/** What a strategy has to know of the cloud. */
export interface OrderContext {
  readonly capabilities: Capabilities;
  readonly limits: Limits;
}

/**
 * A strategy that turns the changes of one target's groups into waves of writes.
 *
 * It decides order and number of the writes and nothing else: after all waves every group must be as its changes say, whatever
 * order the steps within one wave take. What it leaves to chance is found by `proveWaves`.
 */
export type OrderSteps = (changes: readonly GroupChanges[], context: OrderContext) => readonly Wave[];
