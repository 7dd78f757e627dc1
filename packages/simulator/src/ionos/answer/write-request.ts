import type { components } from "@secgroup/api-types/ionos";
import type { QueuedRequest } from "../request-queue.ts";
import { hrefOf } from "./address.ts";
import { formatTime } from "./metadata.ts";

type Schemas = components["schemas"];

const requestPath = (id: string): string => `/requests/${encodeURIComponent(id)}`;

/** The request as it was sent; its status is a reference at depth 0 and told from depth 1 on. */
export function writeRequest(
  request: QueuedRequest,
  depth: number,
  origin: string,
  username: string,
): Schemas["Request"] {
  const { metadata, ...reference } = writeRequestStatus(request, origin);
  const { method, url, body } = request.source;
  return {
    ...referToRequest(request, origin),
    metadata: {
      createdDate: formatTime(request.createdAt),
      createdBy: username,
      etag: request.change.etag,
      requestStatus: depth === 0 ? reference : { ...reference, ...(metadata && { metadata }) },
    },
    properties: { method, headers: { "content-type": "application/json" }, body, url },
  };
}

export function referToRequest(
  { id }: QueuedRequest,
  origin: string,
): Schemas["ResourceReference"] & { type: "request" } {
  return { id, type: "request", href: hrefOf(origin, requestPath(id)) };
}

export function writeRequestStatus(request: QueuedRequest, origin: string): Schemas["RequestStatus"] {
  const { id, state, message, target, change } = request;
  return {
    id: `${id}/status`,
    type: "request-status",
    href: hrefOf(origin, `${requestPath(id)}/status`),
    metadata: {
      status: state,
      message,
      etag: change.etag,
      targets: [{ target: { id: target.id, type: target.type, href: hrefOf(origin, target.path) }, status: state }],
    },
  };
}
