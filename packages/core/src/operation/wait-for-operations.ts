import { longestWait } from "../account/longest-wait.ts";
import type { Adapter } from "../adapter/adapter.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import { accountPoller } from "./account-poller.ts";
import type { Clock } from "./clock.ts";
import type { Operation } from "./operation.ts";
import type { Outcome } from "./outcome.ts";

export type { Outcome } from "./outcome.ts";

/** What waiting needs from outside. */
export interface WaitOptions {
  readonly clock: Clock;
  /** From 0 to 1, called once for each look. Default: no jitter. */
  readonly random?: (() => number) | undefined;
  /** How long to wait for all of them, in milliseconds. Default one hour. */
  readonly deadlineMs?: number | undefined;
  readonly signal: AbortSignal;
  /** Called once for each operation that has ended, with its index among those awaited. */
  readonly onOutcome?: ((index: number, outcome: Outcome) => void) | undefined;
}

/**
 * Waits until every operation has succeeded or failed. All waits of one account share their looks: each asks for all that has not ended, in one go.
 *
 * The first look comes when operations of the account usually end; one without handles has ended already and is not asked for.
 * Answers in the order given; what had not ended by the deadline is `pending`. A look that fails for a passing reason is repeated
 * within the deadline. Throws `aborted`, and what a look for these operations threw for a lasting reason.
 */
export function waitForOperations(
  adapter: Adapter,
  operations: readonly Operation[],
  options: WaitOptions,
): Promise<readonly Outcome[]> {
  const { clock, signal, random = () => 0, deadlineMs = longestWait, onOutcome } = options;
  const request = { adapter, operations, random, deadlineMs, signal, onOutcome };
  return throwIfAborted(accountPoller(adapter.account, clock).wait(request), signal);
}
