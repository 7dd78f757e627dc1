import { mapConcurrently, type Operation } from "@secgroup/core";
import { findRequests } from "./find-requests.ts";
import type { IonosClient } from "./ionos-client.ts";
import { lookAtResource, lookAtResources } from "./look-at-resources.ts";
import { requestStatusAnswer } from "./operation-answer.ts";
import type { OperationHandle, ResourceHandle } from "./operation-handle.ts";
import type { ListRequests } from "./request-list.ts";
import type { Sighting } from "./sighting.ts";

/** Reads at once; IONOS limits concurrent calls (CloudAPI v6, header X-RateLimit-Burst) without publishing how many. */
const concurrentReads = 4;

/** Handles by their texts. */
export type Handles = ReadonlyMap<string, OperationHandle>;

/** What was seen, by the handles' texts; none for a handle that was not looked at. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** Looks at these handles of the operations, of which `pick` says which are read one by one where a read for several does not tell them. */
export type LookAtHandles = (
  operations: readonly Operation[],
  handles: Handles,
  pick: (texts: readonly string[]) => readonly string[],
  signal: AbortSignal,
) => Promise<Sightings>;

export function createLook(client: IonosClient, list: ListRequests): LookAtHandles {
  return async (operations, handles, pick, signal) => {
    const together = await readTogether(client, list, operations, handles, signal);
    const left = pick([...handles.keys()].filter((text) => !together.has(text)));
    const singly = await mapConcurrently(concurrentReads, left, async (text) => {
      const handle = handles.get(text);
      return handle ? [[text, await readAlone(client, handle, signal)] as const] : [];
    });
    return new Map([...together, ...singly.flat()]);
  };
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

async function readAlone(client: IonosClient, handle: OperationHandle, signal: AbortSignal): Promise<Sighting> {
  if (handle.kind !== "request") return lookAtResource(client, handle, signal);
  const { requestId } = handle;
  const { body, answeredAt } = await client.find(requestStatusAnswer, signal, (api, options) =>
    api.GET("/requests/{requestId}/status", { ...options, params: { path: { requestId }, query: { pretty: false } } }),
  );
  if (!body) return { found: false, at: answeredAt };
  const { status, message } = body.metadata;
  return { found: true, word: status, message: message ?? undefined };
}
