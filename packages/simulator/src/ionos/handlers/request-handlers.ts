import { hrefOf } from "../answer/address.ts";
import { formatTime } from "../answer/metadata.ts";
import { writePage } from "../answer/page.ts";
import { referToRequest, writeRequest, writeRequestStatus } from "../answer/write-request.ts";
import type { Call, Handlers } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import type { IonosSettings } from "../ionos-options.ts";
import { invalid, notFound } from "../ionos-refusal.ts";
import type { QueuedRequest } from "../queued-request.ts";

type Query = Call<"requestsGet">["query"];

export function createRequestHandlers(
  backend: IonosBackend,
): Pick<Handlers, "requestsGet" | "requestsFindById" | "requestsStatusGet"> {
  const { queue, settings } = backend;
  const isFresh = ({ createdAt }: QueuedRequest): boolean => backend.now() < createdAt + settings.lagMs;
  const isListed = (request: QueuedRequest, credentials: string): boolean => {
    switch (settings.quirks.requestList) {
      case "all":
        return true;
      case "own":
        return request.source.credentials === credentials;
      case "lagging":
        return !isFresh(request);
      case "403":
        throw invalid(["[(root)] Access to the requests of the contract is denied"], "403", 403);
    }
  };
  const find = (id: string): QueuedRequest => {
    const request = queue.find(id);
    if (request === undefined || (settings.quirks.freshRequests === "404" && isFresh(request))) throw notFound();
    return request;
  };
  return {
    requestsGet({ query, url, credentials }) {
      const depth = query.depth ?? 0;
      const { requestListDepth, requestListOrder } = settings.quirks;
      const isStatusTold = requestListDepth !== "never" && depth >= requestListDepth;
      const found = queue
        .all()
        .filter((request) => isListed(request, credentials) && isWanted(request, query, settings));
      const ordered = requestListOrder === "newest-first" ? found.toReversed() : found;
      return {
        status: 200,
        body: {
          id: "requests",
          type: "collection",
          href: hrefOf(url.origin, "/requests"),
          ...writePage(ordered, query, url, (request) =>
            depth === 0
              ? referToRequest(request, url.origin)
              : writeRequest(request, isStatusTold, url.origin, settings),
          ),
        },
      };
    },
    requestsFindById: ({ path, query, url }) => ({
      status: 200,
      body: writeRequest(find(path.requestId), (query.depth ?? 0) > 0, url.origin, settings),
    }),
    requestsStatusGet: ({ path, url }) => ({
      status: 200,
      body: writeRequestStatus(find(path.requestId), url.origin, settings),
    }),
  };
}

function isWanted(request: QueuedRequest, query: Query, { username, quirks }: IonosSettings): boolean {
  const zone = quirks.filterTimes === "UTC" ? "Z" : "+02:00";
  // To the second, as the filters are.
  const createdAt = Date.parse(formatTime(request.createdAt));
  const isBetween =
    createdAt > readTime(query["filter.createdAfter"], zone, -Infinity) &&
    createdAt < readTime(query["filter.createdBefore"], zone, Infinity);
  const isInState = query["filter.status"] === undefined || query["filter.status"] === request.state;
  return isBetween && isInState && hasTexts(request, query, username);
}

/** "yyyy-MM-dd HH:mm:ss" in the zone. */
const readTime = (text: string | undefined, zone: string, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(`${text.replace(" ", "T")}${zone}`);

/** The filters that look for text inside a field, whatever its case. At depth 0, where they are said not to work, they are ignored. */
function hasTexts({ source, createdAt, change, state }: QueuedRequest, query: Query, username: string): boolean {
  if ((query.depth ?? 0) === 0) return true;
  const texts: readonly (readonly [string | undefined, string])[] = [
    [query["filter.url"], source.url],
    [query["filter.method"], source.method],
    [query["filter.body"], source.body],
    [query["filter.headers"], "content-type: application/json"],
    [query["filter.createdDate"], formatTime(createdAt)],
    [query["filter.createdBy"], username],
    [query["filter.etag"], change.etag],
    [query["filter.requestStatus"], state],
  ];
  return texts.every(([wanted, text]) => wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase()));
}
