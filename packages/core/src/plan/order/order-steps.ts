import type { Capabilities } from "../../adapter/capabilities.ts";
import type { GroupChanges } from "../group-changes.ts";
import type { Wave } from "../plan.ts";

/**
 * A strategy that turns the changes of one target's groups into waves of writes.
 *
 * It decides order and number of the writes and nothing else: after all waves every group must be as its changes say, whatever
 * order the steps within one wave take.
 */
export type OrderSteps = (changes: readonly GroupChanges[], capabilities: Capabilities) => readonly Wave[];
