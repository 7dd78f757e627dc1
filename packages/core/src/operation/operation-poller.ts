import type { Account } from "../account/account.ts";
import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Clock } from "./clock.ts";
import { isPassing, isPassingRead } from "./is-passing.ts";
import { shortestGapMs } from "./look-schedule.ts";
import { createOpenWait, type OpenWait, type WaitRequest } from "./open-wait.ts";
import type { Outcome } from "./outcome.ts";
import { pollDelay } from "./poll-schedule.ts";
import { createSteadyTime } from "./steady-time.ts";
import { createUsualDuration } from "./usual-duration.ts";

/** Looks at all operations of an account that anybody waits for, at all of them in one go. */
export interface OperationPoller {
  /** Rejects with what a look failed with for a reason that lasts, and with the signal's reason. */
  wait(request: WaitRequest): Promise<readonly Outcome[]>;
}

/** The longest that a look counts against deadlines: what takes longer is a clock that was set. */
const longestLookMs = 60_000;

/** After so many looks in a row whose answers cannot be read, it is not for a passing reason. */
const garbledLooks = 4;

/**
 * One tick at a time: a sleep until a wait wants a look, or its deadline, then one read of everything that has not ended.
 *
 * Deadlines count what was slept and how long looks took, not the clock's hands, so that a clock that is set neither ends a wait nor
 * prolongs it.
 */
export function createOperationPoller(account: Account, clock: Clock): OperationPoller {
  const time = createSteadyTime(clock, longestLookMs);
  const usual = createUsualDuration();
  const waits = new Set<OpenWait>();
  let stop: AbortController | undefined;
  let alarm = new AbortController();
  let lookedAt = -Infinity;
  /** No look before, because the last ones failed. */
  let closedUntil = 0;
  let failures = 0;

  async function run(signal: AbortSignal): Promise<void> {
    while (waits.size > 0 && !signal.aborted) {
      const now = time.now();
      const next = Math.max(
        Math.min(...[...waits].map((wait) => wait.nextLookAt)),
        lookedAt + Math.max(shortestGapMs, 2 * account.spacing()),
        closedUntil,
      );
      const due = Math.min(next, ...[...waits].map((wait) => wait.deadlineAt));
      if (due > now) await sleep(due - now);
      else if (closedUntil > now) expire(now);
      else {
        lookedAt = now;
        await look([...waits], signal);
        expire(now);
      }
    }
  }

  async function sleep(milliseconds: number): Promise<void> {
    alarm = new AbortController();
    const { signal } = alarm;
    try {
      await time.sleep(milliseconds, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** One read for all; when that fails for a reason that lasts, one for each wait, as it may be about one of them only. */
  async function look(looked: readonly OpenWait[], signal: AbortSignal): Promise<void> {
    const [first] = looked;
    if (first === undefined) return;
    const error = await read(first.adapter, looked, signal);
    if (signal.aborted || error === undefined) return;
    if (isPassing(error) || (isPassingRead(error) && failures < garbledLooks)) return pause(error);
    if (looked.length === 1 || error.code === "unauthorized") return looked.forEach((wait) => wait.fail(error));
    for (const wait of looked) {
      const own = await read(wait.adapter, [wait], signal);
      if (signal.aborted) return;
      if (own === undefined) continue;
      if (isPassing(own)) pause(own);
      else wait.fail(own);
    }
  }

  async function read(
    adapter: Adapter,
    looked: readonly OpenWait[],
    signal: AbortSignal,
  ): Promise<SecurityGroupError | undefined> {
    const startedAt = time.now();
    const asked = looked.map((wait) => ({ wait, pending: wait.pending() }));
    try {
      const states = await adapter.readOperations(
        asked.flatMap(({ pending }) => pending.map(({ operation }) => operation)),
        signal,
      );
      failures = 0;
      let position = 0;
      for (const { wait, pending } of asked) {
        wait.see(pending, states.slice(position, position + pending.length), startedAt);
        position += pending.length;
      }
    } catch (error) {
      if (SecurityGroupError.is(error)) return error;
      for (const wait of looked) wait.fail(error);
    }
  }

  function pause(error: SecurityGroupError): void {
    closedUntil = Math.max(closedUntil, time.now() + pollDelay(failures++, 0, error.retryAfterMs));
  }

  function expire(now: number): void {
    for (const wait of waits) if (wait.deadlineAt <= now) wait.expire();
  }

  function start(): void {
    const { signal } = (stop = new AbortController());
    run(signal)
      .catch((error: unknown) => {
        if (!signal.aborted) for (const wait of waits) wait.fail(error);
      })
      .finally(() => {
        if (stop?.signal === signal) stop = undefined;
      });
  }

  return {
    wait: (request) =>
      new Promise((resolve, reject) => {
        const { signal } = request;
        signal.throwIfAborted();
        const leave = (): void => {
          waits.delete(wait);
          signal.removeEventListener("abort", abort);
          if (waits.size > 0) return;
          stop?.abort();
          stop = undefined;
          alarm.abort();
        };
        const wait = createOpenWait(request, time.now(), usual, {
          resolve: (outcomes) => (leave(), resolve(outcomes)),
          reject: (reason) => (leave(), reject(reason)),
        });
        const abort = (): void => wait.fail(signal.reason);
        signal.addEventListener("abort", abort);
        waits.add(wait);
        if (wait.pending().length === 0) wait.expire();
        else if (stop === undefined) start();
        else alarm.abort();
      }),
  };
}
