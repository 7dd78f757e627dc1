import type { GroupId, Operation } from "@secgroup/core";
import { groupStatesPage, type GroupStates } from "./operation-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { writeHandle } from "./operation-handle.ts";
import { readPages } from "./read-pages.ts";
import { readResourceState } from "./resource-state.ts";

/**
 * An operation for each group that is being changed, itself or a rule of it: "at least one modification request pending" (CloudAPI
 * v6, state BUSY of schema DatacenterElementMetadata). Rules are told with their states at depth 3.
 */
export async function listBusyGroups(client: IonosClient, signal: AbortSignal): Promise<readonly Operation[]> {
  const datacenterId = client.datacenter;
  let startedAt: number | undefined;
  const groups = await readPages(async (page) => {
    const { body, answeredAt } = await client.send(groupStatesPage, signal, (api, options) =>
      api.GET("/datacenters/{datacenterId}/securitygroups", {
        ...options,
        params: { path: { datacenterId }, query: { depth: 3, ...page, pretty: false } },
      }),
    );
    startedAt ??= answeredAt;
    return body;
  });
  return [...groups.values()].flatMap((group): Operation | readonly [] => {
    const handles = busyHandles(datacenterId, group);
    return handles.length > 0 ? { cloud: "ionos", handles, groupId: group.id as GroupId, startedAt } : [];
  });
}

/** The group where it is busy, else the rules that are. */
function busyHandles(datacenterId: string, { id: groupId, metadata, entities }: GroupStates): readonly string[] {
  if (isBusy(metadata.state)) return [writeHandle({ kind: "group", datacenterId, groupId })];
  const rules = entities?.rules?.items ?? [];
  return rules
    .filter((rule) => isBusy(rule.metadata?.state))
    .map(({ id: ruleId }) => writeHandle({ kind: "rule", datacenterId, groupId, ruleId }));
}

function isBusy(state: string | null | undefined): boolean {
  return typeof state === "string" && readResourceState(state) === "busy";
}
