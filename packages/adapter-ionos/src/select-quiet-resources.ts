import { listUnfinishedRequests } from "./list-unfinished-requests.ts";
import type { ResourceHandle } from "./operation-handle.ts";
import type { ListRequests } from "./request-list.ts";
import { concernsResource } from "./request-place.ts";

/** Those of the groups and rules that no request under way concerns; `undefined` where the list of requests cannot be had. */
export async function selectQuietResources(
  list: ListRequests,
  resources: ReadonlyMap<string, ResourceHandle>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ResourceHandle> | undefined> {
  const requests = await listUnfinishedRequests(list, signal);
  if (!requests) return undefined;
  const urls = [...requests.values()].map(({ properties }) => properties?.url);
  return new Map([...resources].filter(([, handle]) => !urls.some((url) => concernsResource(url, handle))));
}
