import { hrefOf } from "../answer/address.ts";
import { formatTime } from "../answer/metadata.ts";
import { writePage } from "../answer/page.ts";
import { referToRequest, writeRequest, writeRequestStatus } from "../answer/write-request.ts";
import type { Call, Handlers } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { notFound } from "../ionos-refusal.ts";
import type { QueuedRequest } from "../request-queue.ts";

type Query = Call<"requestsGet">["query"];

export function createRequestHandlers(
  backend: IonosBackend,
): Pick<Handlers, "requestsGet" | "requestsFindById" | "requestsStatusGet"> {
  const { queue, settings } = backend;
  const find = (id: string): QueuedRequest => {
    const request = queue.find(id);
    if (request === undefined) throw notFound();
    return request;
  };
  return {
    // Newest first; the vendor's documents name no order.
    requestsGet({ query, url }) {
      const depth = query.depth ?? 0;
      const found = queue
        .all()
        .filter((request) => isWanted(request, query, settings.username))
        .toReversed();
      return {
        status: 200,
        body: {
          id: "requests",
          type: "collection",
          href: hrefOf(url.origin, "/requests"),
          ...writePage(found, query, url, (request) =>
            depth === 0
              ? referToRequest(request, url.origin)
              : writeRequest(request, depth - 1, url.origin, settings.username),
          ),
        },
      };
    },
    requestsFindById: ({ path, query, url }) => ({
      status: 200,
      body: writeRequest(find(path.requestId), query.depth ?? 0, url.origin, settings.username),
    }),
    requestsStatusGet: ({ path, url }) => ({ status: 200, body: writeRequestStatus(find(path.requestId), url.origin) }),
  };
}

function isWanted(request: QueuedRequest, query: Query, username: string): boolean {
  // To the second, as the filters are.
  const createdAt = Date.parse(formatTime(request.createdAt));
  const isBetween =
    createdAt > readTime(query["filter.createdAfter"], -Infinity) &&
    createdAt < readTime(query["filter.createdBefore"], Infinity);
  const isInState = query["filter.status"] === undefined || query["filter.status"] === request.state;
  return isBetween && isInState && hasTexts(request, query, username);
}

/** "yyyy-MM-dd HH:mm:ss", taken as UTC. */
const readTime = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(`${text.replace(" ", "T")}Z`);

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
