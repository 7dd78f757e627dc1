import { applyChange, type Change } from "./apply-change.ts";
import type { DatacenterState } from "./datacenter-state.ts";
import { gapInUpdate } from "./gap-in-update.ts";
import type { IonosQuirks } from "./ionos-options.ts";
import type { Execution, QueuedRequest } from "./request-queue.ts";

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
  execute(request: QueuedRequest, execution: Execution): string | undefined;
  /** Ends a request without effect. */
  drop(request: QueuedRequest): void;
}

export function createDatacenterStore(
  pending: (datacenterId: string) => readonly QueuedRequest[],
  { ruleUpdate }: Pick<IonosQuirks, "ruleUpdate">,
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
    execute({ datacenterId, change }, { at, isOldest }) {
      const before = enforced.get(datacenterId);
      const after = before && applyChange(before, change);
      const known = requested.get(datacenterId);
      requested.delete(datacenterId);
      if (before === undefined || after === undefined) return "[VDC-5-601] Resource does not exist";
      const gap = ruleUpdate === "remove-then-add" ? gapInUpdate(before, after, change) : undefined;
      if (gap !== undefined) replace(gap, at);
      replace(after, at);
      // Carrying out what was already shown changes nothing in the picture, unless it comes before what was asked for earlier.
      if (known !== undefined && isOldest && !isDelete(change)) requested.set(datacenterId, known);
      return undefined;
    },
    drop: ({ datacenterId }) => void requested.delete(datacenterId),
  };
}

const isDelete = ({ kind }: Change): boolean => kind === "delete-group" || kind === "delete-rule";

const applyVisibly = (state: DatacenterState, change: Change): DatacenterState =>
  isDelete(change) ? state : (applyChange(state, change) ?? state);
