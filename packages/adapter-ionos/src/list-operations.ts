import type { GroupId, Operation, RuleId } from "@secgroup/core";
import { readTime } from "./cloud-time.ts";
import type { RequestAnswer } from "./operation-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { listBusyGroups } from "./list-busy-groups.ts";
import { writeHandle } from "./operation-handle.ts";
import type { ListRequests } from "./request-list.ts";
import { readRequestPlace } from "./request-place.ts";

/**
 * The requests under way that concern the datacenter's security groups, whoever sent them; where the list of requests cannot be
 * had, the groups that are being changed, as their states tell. Throws when neither could be read.
 */
export async function listOperations(
  client: IonosClient,
  list: ListRequests,
  signal: AbortSignal,
): Promise<readonly Operation[]> {
  const requests = await listUnfinished(list, signal);
  if (!requests) return listBusyGroups(client, signal);
  return [...requests.values()].flatMap((request) => operationOf(request, client.datacenter) ?? []);
}

/** Those that wait first, then those that run, so that one that begins to run in between is seen. */
async function listUnfinished(
  list: ListRequests,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, RequestAnswer> | undefined> {
  const requests = new Map<string, RequestAnswer>();
  for (const status of ["QUEUED", "RUNNING"] as const) {
    const isFinished = (found: ReadonlyMap<string, RequestAnswer>): boolean => [...found.values()].some(hasEnded);
    const found = await list({ "filter.status": status }, isFinished, signal);
    // A list that does not heed the filter is of no use: it holds all that was ever asked.
    if (!found || isFinished(found)) return undefined;
    for (const [id, request] of found) requests.set(id, request);
  }
  return requests;
}

function hasEnded({ metadata }: RequestAnswer): boolean {
  const word = metadata?.requestStatus?.metadata?.status;
  return word === "DONE" || word === "FAILED";
}

function operationOf({ id, metadata, properties }: RequestAnswer, datacenter: string): Operation | undefined {
  const place = readRequestPlace(properties?.url, datacenter);
  return (
    place && {
      cloud: "ionos",
      handles: [writeHandle({ kind: "request", requestId: id })],
      groupId: place.groupId as GroupId | undefined,
      ruleId: place.ruleId as RuleId | undefined,
      startedAt: readTime(metadata?.createdDate),
    }
  );
}
