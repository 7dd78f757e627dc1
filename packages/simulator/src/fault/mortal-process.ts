import type { Fetch } from "../delay-fetch.ts";
import type { VirtualTime } from "../virtual-time.ts";

/** When a process dies, in terms of its requests, which are counted from 1. */
export interface Crash {
  readonly request: number;
  /** Before the request is sent; after it was answered, with the answer unseen; or with the answer seen as the last thing of all. */
  readonly when: "before" | "unseen" | "seen";
}

/** A process that can die in the midst of its work, without the process around it dying as well. */
export interface MortalProcess {
  /** Counts requests, and dies at the one that was named. A request under way at the time of the death arrives; nobody sees its answer. */
  fetch(fetch: Fetch): Fetch;
  clock(time: Pick<VirtualTime, "now" | "sleep">): Pick<VirtualTime, "now" | "sleep">;
  /** Any other effect on the world outside, such as writing a journal: after the death it is not begun, and does not end. */
  guard<Arguments extends readonly unknown[], Result>(
    effect: (...given: Arguments) => Promise<Result>,
  ): (...given: Arguments) => Promise<Result>;
  /** The work until its end or until the death. Of a dead process nothing is rejected or cleaned up: what it waits for never comes. */
  run<Result>(work: () => Promise<Result>): Promise<Life<Result>>;
  /** Dies now. */
  kill(): void;
}

/** How a process ended: with its result, or in the middle of its work. */
export type Life<Result> = { readonly status: "ended"; readonly result: Result } | { readonly status: "crashed" };

/** Without a crash it lives for as long as nobody kills it. */
export function createMortalProcess(crash?: Crash): MortalProcess {
  const never = new Promise<never>(() => {});
  let announce = (): void => {};
  const death = new Promise<{ readonly status: "crashed" }>((resolve) => {
    announce = () => resolve({ status: "crashed" });
  });
  let isDead = false;
  let requests = 0;
  const kill = (): void => {
    isDead = true;
    announce();
  };
  const live = async <Result>(effect: () => Promise<Result>, when?: Crash["when"]): Promise<Result> => {
    if (when === "before") kill();
    if (isDead) return never;
    const [outcome] = await Promise.allSettled([effect()]);
    if (isDead) return never;
    if (when !== undefined) kill();
    if (when === "unseen") return never;
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };

  return {
    fetch: (fetch) => (request) => live(() => fetch(request), ++requests === crash?.request ? crash.when : undefined),
    clock: ({ now, sleep }) => ({ now, sleep: (milliseconds, signal) => live(() => sleep(milliseconds, signal)) }),
    guard:
      (effect) =>
      (...given) =>
        live(() => effect(...given)),
    async run(work) {
      if (isDead) return death;
      const end = async (): Promise<Life<Awaited<ReturnType<typeof work>>>> => ({
        status: "ended",
        result: await work(),
      });
      return Promise.race([end(), death]);
    },
    kill,
  };
}
