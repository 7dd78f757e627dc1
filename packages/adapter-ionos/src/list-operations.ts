import type { GroupId, Operation, RuleId } from "@secgroup/core";
import { readTime } from "./cloud-time.ts";
import type { RequestAnswer } from "./operation-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { listBusyGroups } from "./list-busy-groups.ts";
import { listUnfinishedRequests } from "./list-unfinished-requests.ts";
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
  const requests = await listUnfinishedRequests(list, signal);
  if (!requests) return listBusyGroups(client, signal);
  return [...requests.values()].flatMap((request) => operationOf(request, client.datacenter) ?? []);
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
