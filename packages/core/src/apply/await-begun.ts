import { throwIfAborted } from "../error/throw-if-aborted.ts";
import { waitForOperations } from "../operation/wait-for-operations.ts";
import { adapterOf, type ApplyOptions } from "./apply-plan.ts";
import { remainingLag } from "./look-until.ts";
import type { ApplyRecord } from "./read-journal.ts";

/**
 * Awaits what an apply that was broken off had begun, so that a new plan starts from what stands when all of it has ended. What a cloud may show only late, it is
 * given the time to show.
 *
 * Throws what waiting throws.
 */
export async function awaitBegun(
  { targets, lastAt }: ApplyRecord,
  options: Pick<ApplyOptions, "adapters" | "clock" | "random" | "signal" | "deadlineMs">,
): Promise<void> {
  const { clock, signal } = options;
  await Promise.all(targets.map(({ plan, open }) => waitForOperations(adapterOf(plan, options), open, options)));
  const lagMs = targets.some(({ isUnsettled }) => isUnsettled) ? remainingLag(lastAt, clock) : 0;
  if (lagMs > 0) await throwIfAborted(clock.sleep(lagMs, signal), signal);
}
