import { applyChange, withGroup } from "./apply-change.ts";
import type { Change } from "./change.ts";
import type { DatacenterState } from "./datacenter-state.ts";
import { gapInUpdate } from "./gap-in-update.ts";
import type { IonosSettings } from "./ionos-options.ts";
import { markFailed, partOfChange } from "./partial-change.ts";
import { refuseAtEnd } from "./refuse-at-end.ts";
import type { FailureHow, QueuedRequest } from "./queued-request.ts";
import type { Execution } from "./request-queue.ts";
import { createToldStates } from "./told-states.ts";

/** Told of every change of what is in force. */
export type EnforcedListener = (before: DatacenterState | undefined, after: DatacenterState, at: number) => void;

/**
 * Each datacenter three times: as it is enforced, as it is requested (enforced plus all that is pending, except that what is to be
 * deleted stays until it is gone), and as reads tell it that lag behind what is enforced.
 */
export interface DatacenterStore {
  all(): readonly DatacenterState[];
  enforced(id: string): DatacenterState | undefined;
  requested(id: string): DatacenterState | undefined;
  /** As requested, without what is to be deleted. */
  promised(id: string): DatacenterState | undefined;
  /** Undefined where no quirk makes reads lag. */
  lagging(id: string, now: number): DatacenterState | undefined;
  /** Changes what is enforced at once, as another hand would. */
  replace(state: DatacenterState, at: number): void;
  accept(request: QueuedRequest): void;
  /** Ends a request; the text says why it failed. */
  execute(request: QueuedRequest, execution: Execution): string | undefined;
  /** Ends a request that was made to fail. */
  fail(request: QueuedRequest, execution: Execution, how: FailureHow): void;
}

export function createDatacenterStore(
  pending: (datacenterId: string) => readonly QueuedRequest[],
  settings: IonosSettings,
  onEnforced: EnforcedListener,
): DatacenterStore {
  const { ruleUpdate, failedRequest, readAfterWrite } = settings.quirks;
  const isTold = readAfterWrite === "lists-lag" || readAfterWrite === "all-lag";
  const enforced = new Map<string, DatacenterState>();
  const told = createToldStates();
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

  const enforce = (state: DatacenterState, at: number, toldFrom: number): void => {
    const before = enforced.get(state.id);
    enforced.set(state.id, state);
    if (isTold) told.add(state, toldFrom);
    requested.delete(state.id);
    onEnforced(before, state, at);
  };

  const apply = (before: DatacenterState, after: DatacenterState, change: Change, at: number): void => {
    const gap = ruleUpdate === "remove-then-add" ? gapInUpdate(before, after, change) : undefined;
    for (const state of gap === undefined ? [after] : [gap, after]) enforce(state, at, at + settings.lagMs);
  };

  return {
    all: () => [...enforced.values()],
    enforced: (id) => enforced.get(id),
    requested: requestedOf,
    promised(id) {
      const deletes = pending(id).filter(({ change }) => isDelete(change));
      const state = requestedOf(id);
      return state && deletes.reduce((next, { change }) => applyChange(next, change) ?? next, state);
    },
    lagging: (id, now) => told.at(id, now),
    replace: (state, at) => enforce(state, at, at),
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
      const refusal = refuseAtEnd(settings, before, after, change);
      if (refusal !== undefined) return refusal;
      apply(before, after, change, at);
      // Carrying out what was already shown changes nothing in the picture, unless it comes before what was asked for earlier.
      if (known !== undefined && isOldest && !isDelete(change)) requested.set(datacenterId, known);
      return undefined;
    },
    fail({ datacenterId, change }, { at }, how) {
      requested.delete(datacenterId);
      const before = enforced.get(datacenterId);
      if (before === undefined || how === "at-once") return;
      if (how === "at-end" && failedRequest === "marked-failed") {
        const marked = markFailed(before, change);
        if (marked) enforce(withGroup(before, marked), at, at + settings.lagMs);
        return;
      }
      if (how === "at-end" && failedRequest === "nothing") return;
      const done = how === "partly" ? partOfChange(before, change) : change;
      const after = applyChange(before, done);
      if (after && refuseAtEnd(settings, before, after, done) === undefined) apply(before, after, done, at);
    },
  };
}

const isDelete = ({ kind }: Change): boolean => kind === "delete-group" || kind === "delete-rule";

const applyVisibly = (state: DatacenterState, change: Change): DatacenterState =>
  isDelete(change) ? state : (applyChange(state, change) ?? state);
