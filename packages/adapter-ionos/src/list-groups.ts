import type { ListedGroup } from "@secgroup/core";
import type { EgressRemote } from "./egress-remote.ts";
import { groupsPage } from "./ionos-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { listedRules, observeFields, observeGroup } from "./read-group.ts";
import { readPages } from "./read-pages.ts";

/** All groups of the datacenter, one read for each page; at depth 3 with their rules (CloudAPI v6, parameter `depth`). */
export async function listGroups(
  client: IonosClient,
  egressRemote: EgressRemote,
  signal: AbortSignal,
): Promise<readonly ListedGroup[]> {
  const groups = await readPages(async (page) => {
    const { body } = await client.send(groupsPage, signal, (api, options) =>
      api.GET("/datacenters/{datacenterId}/securitygroups", {
        ...options,
        params: { path: { datacenterId: client.datacenter }, query: { depth: 3, ...page, pretty: false } },
      }),
    );
    return body;
  });
  return [...groups.values()].map((group): ListedGroup => {
    const rules = listedRules(group);
    return rules
      ? { rules: "listed", group: observeGroup(group, rules, egressRemote) }
      : { rules: "not-listed", group: observeFields(group) };
  });
}
