import { createAccount, SecurityGroupError, type Account, type Adapter, type Operation } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import type { EventClock } from "../support/event-clock.ts";

export interface Look {
  /** When it was sent, in milliseconds. */
  readonly at: number;
  readonly handles: readonly string[];
}

export interface TimedCloud {
  readonly account: Account;
  readonly adapter: Adapter;
  readonly looks: Look[];
  /** Starts an operation that ends so many milliseconds from now, or after those before. */
  start(
    handle: string,
    milliseconds: number,
    options?: { readonly after?: string; readonly fails?: boolean },
  ): Operation;
  /** When the last operation ends. */
  end(): number;
  /** What a look at these fails with from now on. */
  breakLooks(fault: ((handles: readonly string[]) => SecurityGroupError | undefined) | undefined): void;
}

/** A cloud whose operations end at given times, seen through a wire. */
export function timedCloud(clock: EventClock, roundTripMs = 150): TimedCloud {
  const ends = new Map<string, { readonly at: number; readonly fails: boolean }>();
  const looks: Look[] = [];
  const account = createAccount({ clock });
  let fault: ((handles: readonly string[]) => SecurityGroupError | undefined) | undefined;
  const adapter: Adapter = {
    ...memoryAdapter(createMemoryCloud(memoryCapabilities), account),
    async readOperations(operations, signal) {
      const handles = operations.map(({ handles: [handle = ""] }) => handle);
      looks.push({ at: clock.passed(), handles });
      if (roundTripMs > 0) await clock.sleep(roundTripMs / 2, signal);
      const error = fault?.(handles);
      const states = handles.map((handle) => {
        const end = ends.get(handle) ?? { at: Infinity, fails: false };
        if (clock.passed() < end.at) return { status: "running" } as const;
        return end.fails
          ? ({ status: "failed", message: `${handle} broke` } as const)
          : ({ status: "succeeded" } as const);
      });
      if (roundTripMs > 0) await clock.sleep(roundTripMs / 2, signal);
      if (error !== undefined) throw error;
      return states;
    },
  };
  return {
    account,
    adapter,
    looks,
    start(handle, milliseconds, { after, fails = false } = {}) {
      const from = Math.max(clock.passed(), ends.get(after ?? "")?.at ?? 0);
      ends.set(handle, { at: from + milliseconds, fails });
      return { cloud: "memory", handles: [handle] };
    },
    end: () => Math.max(...[...ends.values()].map(({ at }) => at)),
    breakLooks: (next) => void (fault = next),
  };
}
