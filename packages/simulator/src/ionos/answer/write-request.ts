import type { components } from "@secgroup/api-types/ionos";
import type { QueuedRequest } from "../queued-request.ts";
import type { IonosSettings } from "../ionos-options.ts";
import { hrefOf } from "./address.ts";
import { formatTime } from "./metadata.ts";

type Schemas = components["schemas"];

const requestPath = (id: string): string => `/requests/${encodeURIComponent(id)}`;

/** The request as it was sent; its status is told, or a reference. */
export function writeRequest(
  request: QueuedRequest,
  isStatusTold: boolean,
  origin: string,
  settings: IonosSettings,
): Schemas["Request"] {
  const { metadata, ...reference } = writeRequestStatus(request, origin, settings);
  const { method, url, body } = request.source;
  return {
    ...referToRequest(request, origin),
    metadata: {
      createdDate: formatTime(request.createdAt),
      createdBy: settings.username,
      etag: request.change.etag,
      requestStatus: isStatusTold ? { ...reference, ...(metadata && { metadata }) } : reference,
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

export function writeRequestStatus(
  request: QueuedRequest,
  origin: string,
  { quirks }: IonosSettings,
): Schemas["RequestStatus"] {
  const { id, state, message, target, change } = request;
  return {
    id: quirks.requestStatusId === "bare" ? id : `${id}/status`,
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
