import type { Attachment, GroupId } from "@secgroup/core";
import { instancePageAnswer } from "./gcore-answer.ts";
import { groupPath, readAnswer, type GcoreClient } from "./gcore-client.ts";
import { readPages } from "./read-pages.ts";

const path = "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/instances";

/** The instances that use the group (`SecurityGroupsInstancesView.get`). */
export async function readAttachments(
  client: GcoreClient,
  id: GroupId,
  signal: AbortSignal,
): Promise<readonly Attachment[]> {
  const params = { path: groupPath(client, id) };
  const instances = await readPages("instances", (offset) =>
    readAnswer(client, instancePageAnswer, signal, (options) =>
      // The operation documents no query. Only where it answers with less than its count is the offset of the pagination guide tried.
      client.api.GET(path, { ...options, params, querySerializer: () => (offset === 0 ? "" : `offset=${offset}`) }),
    ),
  );
  return instances.map(({ id: instance, name }) => ({ kind: "instance", id: instance, name: name ?? undefined }));
}
