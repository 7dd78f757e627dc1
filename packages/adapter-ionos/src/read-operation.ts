import type { Adapter, Operation, OperationState } from "@secgroup/core";
import type { IonosClient } from "./ionos-client.ts";
import { unexpected } from "./ionos-error.ts";
import { judgeSighting } from "./judge-sighting.ts";
import { createLook, type Handles, type Sightings } from "./look-at-handles.ts";
import { readHandle, type OperationHandle, type ResourceHandle } from "./operation-handle.ts";
import { createPatience } from "./patience.ts";
import type { ListRequests } from "./request-list.ts";
import { readRequestStatus } from "./request-status.ts";
import { selectQuietResources } from "./select-quiet-resources.ts";
import type { Sighting } from "./sighting.ts";
import { createTurns } from "./turns.ts";

/** Reads of a single request or resource in one call, so that looking costs the same however many operations are under way. */
const singleReads = 8;

/**
 * The operations' states in the order given: several requests from one read of the list of requests, several groups and rules of
 * a datacenter from one read of it, and what these do not show from reads of their own, a few in each call and the others in the
 * next; until then they are running. A request that is known to have ended is not looked at again.
 *
 * A group or rule alone does not prove that the write on it is over: reads may tell what is only wanted, and a pending write need not
 * show in its state (schema DatacenterElementMetadata promises no state for it). So `succeeded` and `lost` are told of what looks the
 * same once no request that concerns it is under way, as far as the list of requests can be had.
 *
 * Throws `unexpected-response` for a handle of another make before it reads.
 */
export function createOperationReader(client: IonosClient, list: ListRequests): Adapter["readOperations"] {
  const look = createLook(client, list);
  const patience = createPatience(client.account.clock);
  const takeTurns = createTurns(singleReads);
  let ended: Sightings = new Map();
  return async (operations, signal) => {
    const handles = readHandles(operations);
    const open = new Map([...handles].filter(([text]) => !ended.has(text)));
    const contradicted = new Set<string>();

    function judge(operation: Operation, text: string, sightings: Sightings): OperationState {
      const [handle, sighting] = [handles.get(text), sightings.get(text)];
      if (!handle || !sighting) return { status: "running" };
      return judgeSighting(handle, sighting, (at) => {
        contradicted.add(text);
        return patience.isOver(text, operation, at);
      });
    }
    const judgeAll = (sightings: Sightings): readonly OperationState[] =>
      operations.map((operation) =>
        combine(
          operation,
          operation.handles.map((text) => judge(operation, text, sightings)),
        ),
      );

    let sightings: Sightings = new Map([...ended, ...(await look(operations, open, takeTurns, signal))]);
    ended = new Map([...sightings].filter(([text, sighting]) => hasEnded(handles.get(text), sighting)));
    let states = judgeAll(sightings);
    const settled = settledResources(operations, states, handles);
    const quiet = settled.size > 0 ? await selectQuietResources(list, settled, signal) : undefined;
    if (quiet) {
      // What ended between the look and the list was seen as it was wanted, and may have failed.
      const confirmed = await look(operations, quiet, (texts) => texts, signal);
      sightings = new Map([...[...sightings].filter(([text]) => !settled.has(text)), ...confirmed]);
      states = judgeAll(sightings);
    }
    patience.keep((text) => contradicted.has(text) || (handles.has(text) && !sightings.has(text)));
    return states;
  };
}

function readHandles(operations: readonly Operation[]): Handles {
  for (const { cloud } of operations) {
    if (cloud !== "ionos")
      throw unexpected(`An operation on "${cloud}" cannot be followed on IONOS Cloud.`, {
        hint: "Follow it on its own cloud.",
      });
  }
  return new Map(operations.flatMap((operation) => operation.handles.map((text) => [text, readHandle(text)] as const)));
}

/** The groups and rules of the operations that are about to be told as succeeded or lost. */
function settledResources(
  operations: readonly Operation[],
  states: readonly OperationState[],
  handles: Handles,
): ReadonlyMap<string, ResourceHandle> {
  const settled = operations.filter((_, index) => ["succeeded", "lost"].includes(states[index]?.status ?? ""));
  return new Map(
    settled.flatMap((operation) =>
      operation.handles.flatMap((text) => {
        const handle = handles.get(text);
        return handle && handle.kind !== "request" ? [[text, handle] as const] : [];
      }),
    ),
  );
}

/** A request that is done stays done; a group or rule that is settled may be changed again. */
function hasEnded(handle: OperationHandle | undefined, sighting: Sighting): boolean {
  return (
    handle?.kind === "request" && sighting.found && ["succeeded", "failed"].includes(readRequestStatus(sighting.word))
  );
}

/** One failure fails the operation, one that is lost loses it once the others have ended, and all must have succeeded; no handle at all means done already. */
function combine({ groupId }: Operation, states: readonly OperationState[]): OperationState {
  for (const status of ["failed", "running", "queued", "lost"] as const) {
    const state = states.find((each) => each.status === status);
    if (state) return state;
  }
  return { status: "succeeded", groupId };
}
