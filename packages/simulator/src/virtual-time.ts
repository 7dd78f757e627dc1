import { createAgenda, type Entry } from "./agenda.ts";
import { digestAtOnce } from "./digest-at-once.ts";

/** When the time begins, and where it ends for work that goes in circles. */
export interface VirtualTimeOptions {
  /** Milliseconds since the epoch; default 2026-01-01T00:00:00Z. */
  readonly start?: number;
  /** How much time may pass in all, in milliseconds; default seven days. */
  readonly maximumMs?: number;
  /** How many sleepers may be woken in all; default a million. */
  readonly maximumEvents?: number;
}

/** A clock for many sleepers at once, whose time passes at once and only where nothing else is left to do. */
export interface VirtualTime {
  /** What the clock shows, in milliseconds since the epoch, jumps included. */
  readonly now: () => number;
  /** What a clock shows that never jumped, such as the clock of a cloud. */
  readonly steadyNow: () => number;
  /**
   * Resolves after that many milliseconds of time that passed in `run`; a jump is none. Sleepers of the same moment wake in the order
   * in which they went to sleep. Rejects with the signal's reason, and with a RangeError for a number that is not finite.
   */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Moves what `now` shows, forward or back, and wakes nobody. */
  readonly jump: (milliseconds: number) => void;
  /**
   * Lets time pass, from sleeper to sleeper, until the work is done, and answers with its result. Between two sleepers everything
   * that can go on goes on, so that the same work runs in the same order each time.
   *
   * Rejects when the work waits and nobody sleeps, so that it would wait for ever, and when the maximum of time or of events is
   * reached. What the work was doing then is left where it is, as are sleepers that the work leaves behind.
   */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /**
   * Holds time still until the work is done. For work that leaves the event loop, such as reading a file: which of two such works
   * ends first is not in the hands of this clock. Digests of `crypto.subtle` need it not, since `run` has them computed at once.
   * Work that sleeps in virtual time itself must not be tracked.
   */
  readonly track: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

const aDayMs = 86_400_000;
// Enough for chains of immediates; promises alone need one turn, whatever their number.
const quietTurns = 4;
const graceMs = 100;
const patienceMs = 30_000;

/** A clock that stands until `run` lets it go on. */
export function createVirtualTime(options: VirtualTimeOptions = {}): VirtualTime {
  const { start = Date.UTC(2026, 0, 1), maximumMs = 7 * aDayMs, maximumEvents = 1_000_000 } = options;
  const agenda = createAgenda();
  let elapsed = 0;
  let jumped = 0;
  let events = 0;
  let tracked = 0;
  let activity = 0;
  let isRunning = false;

  const wakeNext = (next: Entry): void => {
    const story = `${events} events and ${elapsed / 1000} s of virtual time`;
    if (++events > maximumEvents)
      throw new Error(`Stopped after ${story}: no more events are allowed. The work seems to go in circles.`);
    if (next.at > maximumMs)
      throw new Error(
        `Stopped after ${story}: everybody sleeps for ${(next.at - elapsed) / 1000} s or longer, past the maximum of ${maximumMs / 1000} s.`,
      );
    elapsed = next.at;
    agenda.remove(next);
    next.wake();
  };

  const settle = async (isOver: () => boolean): Promise<void> => {
    const since = performance.now();
    for (let quiet = 0; quiet < quietTurns && !isOver();) {
      const before = activity;
      await turn();
      quiet = tracked > 0 || activity !== before ? 0 : quiet + 1;
      if (tracked > 0 && performance.now() - since > patienceMs)
        throw new Error(`Tracked work has not ended for ${patienceMs / 1000} s of real time; works: ${tracked}.`);
    }
  };

  /** Whether something came back to life: work outside the event loop that nobody tracks, such as loading a module. */
  const revives = async (isOver: () => boolean): Promise<boolean> => {
    const before = activity;
    for (const until = performance.now() + graceMs; performance.now() < until; await pause())
      if (isOver() || activity !== before) return true;
    return false;
  };

  const pass = async (isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      await settle(isOver);
      if (isOver()) return;
      const next = agenda.first();
      if (next !== undefined) wakeNext(next);
      else if (!(await revives(isOver)))
        throw new Error(
          `Deadlock after ${events} events and ${elapsed / 1000} s of virtual time: the work waits, and nobody sleeps whom time could wake.`,
        );
    }
  };

  return {
    now: () => start + elapsed + jumped,
    steadyNow: () => start + elapsed,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (!Number.isFinite(milliseconds)) throw new RangeError(`Nobody can sleep for ${milliseconds} ms.`);
        activity++;
        const entry = agenda.add(elapsed + Math.max(0, milliseconds), () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        });
        const stop = (): void => {
          activity++;
          agenda.remove(entry);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener("abort", stop, { once: true });
      }),
    jump: (milliseconds) => void (jumped += milliseconds),
    async run(work) {
      if (isRunning) throw new Error("Virtual time runs already: one run at a time.");
      isRunning = true;
      const restoreDigest = digestAtOnce();
      let isOver = false;
      const end = (async () => work())().finally(() => (isOver = true));
      try {
        await Promise.race([pass(() => isOver), end]);
        return await end;
      } finally {
        restoreDigest();
        isRunning = false;
      }
    },
    async track(work) {
      tracked++;
      activity++;
      try {
        return await work();
      } finally {
        tracked--;
        activity++;
      }
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 1));
