import { applyChange, type Change } from "./apply-change.ts";
import type { DatacenterState } from "./datacenter-state.ts";
import type { QueuedRequest } from "./request-queue.ts";

/** Told of every change of what is in force. */
export type EnforcedListener = (before: DatacenterState | undefined, after: DatacenterState, at: number) => void;

/**
 * Each datacenter twice: as it is enforced, and as it is requested. Reads tell the requested one: enforced plus all that is pending,
 * except that what is to be deleted stays until it is gone.
 */
export interface DatacenterStore {
  all(): readonly DatacenterState[];
  enforced(id: string): DatacenterState | undefined;
  requested(id: string): DatacenterState | undefined;
  /** Changes what is enforced at once, as another hand would. */
  replace(state: DatacenterState, at: number): void;
  accept(request: QueuedRequest): void;
  /** Ends a request; the text says why it failed. */
  execute(request: QueuedRequest, at: number): string | undefined;
  /** Ends a request without effect. */
  drop(request: QueuedRequest): void;
}

export function createDatacenterStore(
  pending: (datacenterId: string) => readonly QueuedRequest[],
  onEnforced: EnforcedListener,
): DatacenterStore {
  const enforced = new Map<string, DatacenterState>();
  // Kept from read to read, since working it out takes a copy of a group for each pending write.
  const requested = new Map<string, DatacenterState>();

  const requestedOf = (id: string): DatacenterState | undefined => {
    const known = requested.get(id);
    if (known !== undefined) return known;
    const state = enforced.get(id);
    if (state === undefined) return undefined;
    const made = pending(id).reduce((next, { change }) => applyVisibly(next, change), state);
    requested.set(id, made);
    return made;
  };

  const replace = (state: DatacenterState, at: number): void => {
    const before = enforced.get(state.id);
    enforced.set(state.id, state);
    requested.delete(state.id);
    onEnforced(before, state, at);
  };

  return {
    all: () => [...enforced.values()],
    enforced: (id) => enforced.get(id),
    requested: requestedOf,
    replace,
    accept({ datacenterId, change }) {
      const known = requested.get(datacenterId);
      if (known !== undefined) requested.set(datacenterId, applyVisibly(known, change));
    },
    execute({ datacenterId, change }, at) {
      const before = enforced.get(datacenterId);
      const after = before && applyChange(before, change);
      if (after === undefined) return "[VDC-5-601] Resource does not exist";
      const known = requested.get(datacenterId);
      replace(after, at);
      // Carrying out what was already shown changes nothing in the picture.
      if (known !== undefined && !isDelete(change)) requested.set(datacenterId, known);
      return undefined;
    },
    drop: ({ datacenterId }) => void requested.delete(datacenterId),
  };
}

const isDelete = ({ kind }: Change): boolean => kind === "delete-group" || kind === "delete-rule";

const applyVisibly = (state: DatacenterState, change: Change): DatacenterState =>
  isDelete(change) ? state : (applyChange(state, change) ?? state);
