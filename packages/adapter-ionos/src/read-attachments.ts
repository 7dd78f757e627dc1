import type { Attachment, GroupId } from "@secgroup/core";
import type { Page } from "./answer-schema.ts";
import { datacenterAnswer, membersAnswer, type MemberAnswer } from "./ionos-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { unexpected } from "./ionos-error.ts";
import { allItems } from "./read-pages.ts";

/**
 * The servers and network interfaces in the group, and the datacenter when the group is its default, which every new
 * server joins. Members come from the group itself, at the depth that tells their names (CloudAPI v6, parameter `depth`).
 */
export async function readAttachments(
  client: IonosClient,
  id: GroupId,
  signal: AbortSignal,
): Promise<readonly Attachment[]> {
  const datacenterId = client.datacenter;
  const [group, datacenter] = await Promise.all([
    client.send(membersAnswer, signal, (api, options) =>
      api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}", {
        ...options,
        params: { path: { datacenterId, securityGroupId: id }, query: { depth: 3, pretty: false } },
      }),
    ),
    client.send(datacenterAnswer, signal, (api, options) =>
      api.GET("/datacenters/{datacenterId}", {
        ...options,
        params: { path: { datacenterId }, query: { depth: 0, pretty: false } },
      }),
    ),
  ]);
  const { servers, nics } = group.body.entities;
  const { name, defaultSecurityGroupId } = datacenter.body.properties;
  return [
    ...attachments("server", servers),
    ...attachments("nic", nics),
    ...(defaultSecurityGroupId === id
      ? [{ kind: "datacenter-default", id: datacenterId, name: name ?? undefined } as const]
      : []),
  ];
}

function attachments(kind: "server" | "nic", members: Page<MemberAnswer>): readonly Attachment[] {
  const items = allItems(members);
  if (!items) throw unexpected(`IONOS Cloud did not tell every ${kind} that is in the group.`);
  return items.map(({ id, properties }) => ({ kind, id, name: properties?.name ?? undefined }));
}
