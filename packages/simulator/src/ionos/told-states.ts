import type { DatacenterState } from "./datacenter-state.ts";

interface Told {
  readonly state: DatacenterState;
  /** Milliseconds since the epoch. */
  readonly from: number;
}

/** What reads that lag behind tell of each datacenter. What another hand does is told at once, with all that came before it. */
export interface ToldStates {
  /** Tells the state from then on, in place of all that were added before it. */
  add(state: DatacenterState, from: number): void;
  at(datacenterId: string, now: number): DatacenterState | undefined;
}

export function createToldStates(): ToldStates {
  const states = new Map<string, readonly Told[]>();
  return {
    add(state, from) {
      states.set(state.id, [...(states.get(state.id) ?? []), { state, from }]);
    },
    at(datacenterId, now) {
      const all = states.get(datacenterId) ?? [];
      const last = all.findLastIndex(({ from }) => from <= now);
      // Those before it are never told again.
      states.set(datacenterId, all.slice(Math.max(0, last)));
      return all[last]?.state;
    },
  };
}
