import type { Clock, Operation } from "@secgroup/core";

/** How long an answer may contradict a write that was accepted: reads lag behind writes, but not for ever. */
const patienceMs = 60_000;

/** Remembers since when answers contradict what the cloud had accepted. */
export interface Patience {
  /**
   * Whether the contradiction has lasted too long: since the cloud took the operation on, both by its own clock (`at`), or since it
   * was first noticed here.
   */
  isOver(handle: string, operation: Operation, at: number | undefined): boolean;
  /** Forgets all other handles. */
  keep(isKept: (handle: string) => boolean): void;
}

export function createPatience(clock: Clock): Patience {
  const noticed = new Map<string, number>();
  return {
    isOver(handle, { startedAt }, at) {
      const now = clock.now();
      const since = noticed.get(handle) ?? now;
      noticed.set(handle, since);
      const isOld = startedAt !== undefined && at !== undefined && at - startedAt > patienceMs;
      return isOld || now - since > patienceMs;
    },
    keep(isKept) {
      for (const handle of noticed.keys()) if (!isKept(handle)) noticed.delete(handle);
    },
  };
}
