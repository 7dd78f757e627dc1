import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import type { Clock } from "./clock.ts";
import type { Operation, OperationState } from "./operation.ts";
import { pollDelay } from "./poll-schedule.ts";

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

/** How an operation ended; `pending` when the deadline came first. */
export type Outcome =
  | Exclude<OperationState, { readonly status: "queued" | "running" }>
  | { readonly status: "pending" };

const anHourMs = 3_600_000;

/**
 * Waits until every operation has succeeded or failed, looking at all that are not finished in one go each time. The first look is at once.
 *
 * Answers in the order given; what had not ended by the deadline is `pending`. A look that fails for a passing reason is repeated within the deadline. Throws `aborted`, and
 * what a look threw for a lasting reason.
 */
export async function waitForOperations(
  adapter: Adapter,
  operations: readonly Operation[],
  options: WaitOptions,
): Promise<readonly Outcome[]> {
  const { clock, signal, random = () => 0, deadlineMs = anHourMs } = options;
  const deadline = clock.now() + deadlineMs;
  const outcomes: Outcome[] = operations.map(() => ({ status: "pending" }));
  let pending = operations.map((operation, index) => ({ operation, index }));
  for (let attempt = 0; pending.length > 0; attempt++) {
    const { states, retryAfterMs } = await look(adapter, pending, signal);
    pending = pending.filter(({ index }, position) => {
      const state = states?.[position];
      if (state?.status !== "succeeded" && state?.status !== "failed") return true;
      outcomes[index] = state;
      options.onOutcome?.(index, state);
      return false;
    });
    if (pending.length === 0) break;
    const delay = pollDelay(attempt, random(), retryAfterMs);
    if (clock.now() + delay > deadline) break;
    await throwIfAborted(clock.sleep(delay, signal), signal);
  }
  return outcomes;
}

interface Look {
  /** None when the look failed for a passing reason. */
  readonly states?: readonly OperationState[];
  readonly retryAfterMs?: number | undefined;
}

async function look(
  adapter: Adapter,
  pending: readonly { readonly operation: Operation }[],
  signal: AbortSignal,
): Promise<Look> {
  try {
    return {
      states: await adapter.readOperations(
        pending.map(({ operation }) => operation),
        signal,
      ),
    };
  } catch (error) {
    if (SecurityGroupError.is(error) && error.retryable) return { retryAfterMs: error.retryAfterMs };
    throw error;
  }
}
