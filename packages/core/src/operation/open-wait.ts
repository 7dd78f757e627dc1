import type { Adapter } from "../adapter/adapter.ts";
import { nextLook } from "./look-schedule.ts";
import type { Operation, OperationState } from "./operation.ts";
import type { Outcome } from "./outcome.ts";
import type { UsualDuration } from "./usual-duration.ts";

/** What somebody waits for. */
export interface WaitRequest {
  readonly adapter: Adapter;
  readonly operations: readonly Operation[];
  /** From 0 to 1. */
  readonly random: () => number;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly onOutcome?: ((index: number, outcome: Outcome) => void) | undefined;
}

/** An operation that has not ended, with its index among those awaited. */
export interface PendingOperation {
  readonly index: number;
  readonly operation: Operation;
}

/** One wait of the poller. Times are the poller's. */
export interface OpenWait {
  readonly adapter: Adapter;
  readonly deadlineAt: number;
  readonly nextLookAt: number;
  pending(): readonly PendingOperation[];
  /** Takes what a look that began at `lookedAt` told of these. */
  see(asked: readonly PendingOperation[], states: readonly OperationState[], lookedAt: number): void;
  /** Ends it with what is known. */
  expire(): void;
  fail(error: unknown): void;
}

/** Ends by exactly one of the two calls; afterwards nothing that it is told has an effect. */
export interface WaitEnd {
  resolve(outcomes: readonly Outcome[]): void;
  reject(reason: unknown): void;
}

export function createOpenWait(request: WaitRequest, startedAt: number, usual: UsualDuration, end: WaitEnd): OpenWait {
  const { adapter, operations, random, deadlineMs, onOutcome } = request;
  const outcomes: Outcome[] = operations.map(() => ({ status: "pending" }));
  let isOpen = true;
  let pending = operations.map((operation, index): PendingOperation => ({ operation, index }));
  let missedAt: number | undefined;
  let first: { readonly age: number; readonly ended: number } | undefined;
  let nextLookAt = 0;

  function settle(index: number, outcome: Outcome): void {
    outcomes[index] = outcome;
    pending = pending.filter((other) => other.index !== index);
    onOutcome?.(index, outcome);
  }

  function close(finish: () => void): void {
    if (!isOpen) return;
    isOpen = false;
    finish();
  }

  function plan(lookedAt: number): void {
    const [firstLook, usualEnd] = [usual.firstLook(), usual.end()];
    const progress = {
      age: lookedAt - startedAt,
      total: operations.length,
      ended: operations.length - pending.length,
      first,
      usual: firstLook === undefined || usualEnd === undefined ? undefined : { firstLook, end: usualEnd },
      hasLooked: missedAt !== undefined,
    };
    nextLookAt = lookedAt + nextLook(progress, random());
  }

  function learn(lookedAt: number, before: number): void {
    if (pending.length === before) missedAt = lookedAt - startedAt;
    else if (first === undefined) {
      first = { age: lookedAt - startedAt, ended: operations.length - pending.length };
      usual.learn(missedAt, lookedAt - startedAt);
    }
  }

  const wait: OpenWait = {
    adapter,
    deadlineAt: startedAt + deadlineMs,
    get nextLookAt() {
      return nextLookAt;
    },
    pending: () => pending,
    see(asked, states, lookedAt) {
      const before = pending.length;
      try {
        for (const [position, { index }] of asked.entries()) {
          const state = states[position];
          if (isOpen && state !== undefined && state.status !== "queued" && state.status !== "running")
            settle(index, state);
        }
      } catch (error) {
        wait.fail(error);
      }
      learn(lookedAt, before);
      if (pending.length === 0) wait.expire();
      else plan(lookedAt);
    },
    expire: () => close(() => end.resolve(outcomes)),
    fail: (error) => close(() => end.reject(error)),
  };
  for (const { operation, index } of pending) if (operation.handles.length === 0) settle(index, done(operation));
  plan(startedAt);
  return wait;
}

/** What has no handle had ended before anybody asked. */
const done = ({ groupId }: Operation): Outcome => ({ status: "succeeded", groupId });
