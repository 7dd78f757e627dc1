import type { ListedGroup } from "@secgroup/core";
import { groupPageAnswer } from "./gcore-answer.ts";
import { readAnswer, type GcoreClient } from "./gcore-client.ts";
import { readListedGroup } from "./read-group.ts";
import { readPages } from "./read-pages.ts";

// The greatest page that the operation allows; the default is 10.
const limit = 1000;

/** All groups of the project in the region (`SecurityGroupViewSet.get`), one request for each 1000 of them. */
export async function listGroups(client: GcoreClient, signal: AbortSignal): Promise<readonly ListedGroup[]> {
  const groups = await readPages("security groups", (offset) =>
    readAnswer(client, groupPageAnswer, signal, (options) =>
      client.api.GET("/cloud/v1/securitygroups/{project_id}/{region_id}", {
        ...options,
        params: { path: client.place, query: { limit, offset } },
      }),
    ),
  );
  return groups.map(readListedGroup);
}
