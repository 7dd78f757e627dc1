import { mapConcurrently, type Adapter, type Operation, type OperationState } from "@secgroup/core";
import { findRequests } from "./find-requests.ts";
import { requestStatusAnswer } from "./operation-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { unexpected } from "./ionos-error.ts";
import { lookAtResource, lookAtResources } from "./look-at-resources.ts";
import { judgeSighting } from "./judge-sighting.ts";
import { readHandle, type OperationHandle, type ResourceHandle } from "./operation-handle.ts";
import { createPatience } from "./patience.ts";
import type { ListRequests } from "./request-list.ts";
import { readRequestStatus } from "./request-status.ts";
import type { Sighting } from "./sighting.ts";
import { createTurns } from "./turns.ts";

/** Reads at once; IONOS limits concurrent calls (CloudAPI v6, header X-RateLimit-Burst) without publishing how many. */
const concurrentReads = 4;

/** Reads of a single request or resource in one call, so that looking costs the same however many operations are under way. */
const singleReads = 8;

type Handles = ReadonlyMap<string, OperationHandle>;
type Sightings = ReadonlyMap<string, Sighting>;

/**
 * The operations' states in the order given: several requests from one read of the list of requests, several groups and rules of
 * a datacenter from one read of it, and what these do not show from reads of their own, a few in each call and the others in the
 * next; until then they are running. A request that is known to have ended is not looked at again.
 *
 * Throws `unexpected-response` for a handle of another make before it reads.
 */
export function createOperationReader(client: IonosClient, list: ListRequests): Adapter["readOperations"] {
  const patience = createPatience(client.account.clock);
  const takeTurns = createTurns(singleReads);
  let ended: Sightings = new Map();
  return async (operations, signal) => {
    const handles = readHandles(operations);
    const open = new Map([...handles].filter(([text]) => !ended.has(text)));
    const together = await readTogether(client, list, operations, open, signal);
    const left = takeTurns([...open.keys()].filter((text) => !together.has(text)));
    const singly = await mapConcurrently(concurrentReads, left, async (text) => {
      const handle = open.get(text);
      return handle ? [[text, await lookAt(client, handle, signal)] as const] : [];
    });
    const sightings = new Map([...ended, ...together, ...singly.flat()]);
    ended = new Map([...sightings].filter(([text, sighting]) => hasEnded(handles.get(text), sighting)));
    const contradicted = new Set<string>();
    const judge = (operation: Operation, text: string): OperationState => {
      const [handle, sighting] = [handles.get(text), sightings.get(text)];
      if (!handle || !sighting) return { status: "running" };
      return judgeSighting(handle, sighting, (at) => {
        contradicted.add(text);
        return patience.isOver(text, operation, at);
      });
    };
    const states = operations.map((operation) =>
      combine(
        operation,
        operation.handles.map((text) => judge(operation, text)),
      ),
    );
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

/** What can be read for several at once. */
async function readTogether(
  client: IonosClient,
  list: ListRequests,
  operations: readonly Operation[],
  handles: Handles,
  signal: AbortSignal,
): Promise<Sightings> {
  const requests = operations.flatMap(({ handles: texts, startedAt }) =>
    texts.flatMap((text) => {
      const handle = handles.get(text);
      return handle?.kind === "request" ? [{ text, handle, startedAt }] : [];
    }),
  );
  const datacenters = new Map<string, Map<string, ResourceHandle>>();
  for (const [text, handle] of handles) {
    if (handle.kind === "request") continue;
    const inDatacenter = datacenters.get(handle.datacenterId) ?? new Map<string, ResourceHandle>();
    datacenters.set(handle.datacenterId, inDatacenter.set(text, handle));
  }
  const reads = [...datacenters.values()]
    .filter(({ size }) => size > 1)
    .map((each) => () => lookAtResources(client, each, signal));
  if (new Set(requests.map(({ text }) => text)).size > 1)
    reads.push(() => findRequests(list, requests, client.account.clock.now(), signal));
  const sightings = await mapConcurrently(concurrentReads, reads, (read) => read());
  return new Map(sightings.flatMap((each) => [...each]));
}

/** A request that is done stays done; a group or rule that is settled may be changed again. */
function hasEnded(handle: OperationHandle | undefined, sighting: Sighting): boolean {
  return (
    handle?.kind === "request" && sighting.found && ["succeeded", "failed"].includes(readRequestStatus(sighting.word))
  );
}

async function lookAt(client: IonosClient, handle: OperationHandle, signal: AbortSignal): Promise<Sighting> {
  if (handle.kind !== "request") return lookAtResource(client, handle, signal);
  const { requestId } = handle;
  const { body, answeredAt } = await client.find(requestStatusAnswer, signal, (api, options) =>
    api.GET("/requests/{requestId}/status", { ...options, params: { path: { requestId }, query: { pretty: false } } }),
  );
  if (!body) return { found: false, at: answeredAt };
  const { status, message } = body.metadata;
  return { found: true, word: status, message: message ?? undefined };
}

/** One failure fails the operation, one that is lost loses it once the others have ended, and all must have succeeded; no handle at all means done already. */
function combine({ groupId }: Operation, states: readonly OperationState[]): OperationState {
  for (const status of ["failed", "running", "queued", "lost"] as const) {
    const state = states.find((each) => each.status === status);
    if (state) return state;
  }
  return { status: "succeeded", groupId };
}
