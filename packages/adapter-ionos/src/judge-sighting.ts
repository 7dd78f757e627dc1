import type { OperationState } from "@secgroup/core";
import type { OperationHandle, RequestHandle, ResourceHandle } from "./operation-handle.ts";
import { readRequestStatus } from "./request-status.ts";
import { readResourceState } from "./resource-state.ts";
import type { Sighting } from "./sighting.ts";

type Found = Extract<Sighting, { readonly found: true }>;

/** Whether an answer given at this time, by the cloud's own clock where it told, has contradicted the accepted write for too long. */
export type IsOver = (at: number | undefined) => boolean;

/** How far an operation is by what a look at its request, or at what it writes or deletes, has shown. */
export function judgeSighting(handle: OperationHandle, sighting: Sighting, isOver: IsOver): OperationState {
  if (!sighting.found && isAbsence(handle)) return { status: "succeeded" };
  // What was just written may not be found yet: reads lag behind writes.
  if (!sighting.found)
    return isOver(sighting.at) ? { status: "lost", message: missing(handle) } : { status: "running" };
  return handle.kind === "request" ? judgeRequest(handle, sighting) : judgeResource(handle, sighting, isOver);
}

function judgeRequest({ requestId }: RequestHandle, { word, message }: Found): OperationState {
  const status = readRequestStatus(word);
  if (status !== "failed") return { status };
  return { status, message: message || `request ${requestId} failed and IONOS Cloud gave no reason` };
}

function judgeResource(handle: ResourceHandle, { word, at }: Found, isOver: IsOver): OperationState {
  const status = readResourceState(word);
  if (status === "failed") return { status, message: `the state of ${name(handle)} became ${word}` };
  if (status !== "settled") return { status: "running" };
  if (!isAbsence(handle)) return { status: "succeeded" };
  // AVAILABLE says that nothing is pending, so nothing is going to delete it any more.
  return isOver(at)
    ? { status: "lost", message: `${name(handle)} is still there and nothing is pending on it` }
    : { status: "running" };
}

function isAbsence({ kind }: OperationHandle): boolean {
  return kind === "group-absent" || kind === "rule-absent";
}

function missing(handle: OperationHandle): string {
  return handle.kind === "request"
    ? `IONOS Cloud does not know request ${handle.requestId}`
    : `${name(handle)} is not there`;
}

function name({ groupId, ruleId }: ResourceHandle): string {
  return ruleId === undefined ? `group ${groupId}` : `rule ${ruleId}`;
}
