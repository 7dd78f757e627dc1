import type { RequestState, ResourceState } from "@secgroup/api-types/ionos";
import { mapConcurrently, SecurityGroupError, type Operation, type OperationState } from "@secgroup/core";
import { requestStatusAnswer, stateAnswer } from "./ionos-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { unexpected } from "./ionos-error.ts";
import { readHandle, type OperationHandle } from "./operation-handle.ts";

/** Status reads at once; IONOS limits concurrent calls (CloudAPI v6, header X-RateLimit-Burst) without publishing how many. */
const concurrentReads = 4;

type Status = OperationState["status"];

// A new word in the spec is a compile error in these two tables until somebody decides what it means.
const requestStates: Readonly<Record<RequestState, Status>> = {
  QUEUED: "queued",
  RUNNING: "running",
  DONE: "succeeded",
  FAILED: "failed",
};

// States that say neither that the change is done nor that it failed are waited out until the caller's deadline.
const resourceStates: Readonly<Record<ResourceState, Status>> = {
  AVAILABLE: "succeeded",
  ACTIVE: "succeeded",
  BUSY: "running",
  DEPLOYING: "running",
  UPDATING: "running",
  DESTROYING: "running",
  HIBERNATING: "running",
  MAINTENANCE: "running",
  INACTIVE: "running",
  SUSPENDED: "running",
  TERMINATED: "running",
  UNKNOWN: "running",
  FAILED: "failed",
  FAILED_SUSPENDED: "failed",
  FAILED_UPDATING: "failed",
  FAILED_DESTROYING: "failed",
  FAILED_HIBERNATING: "failed",
  FAILED_MAINTENANCE: "failed",
};

// Words that the cloud has newer than the spec mean that it is not done.
const requestStatuses: ReadonlyMap<string, Status> = new Map(Object.entries(requestStates));
const resourceStatuses: ReadonlyMap<string, Status> = new Map(Object.entries(resourceStates));

/** The operations' states in the order given, one read for each handle that occurs. Throws `unexpected-response` for a handle of another make before it reads. */
export async function readOperations(
  client: IonosClient,
  operations: readonly Operation[],
  signal: AbortSignal,
): Promise<readonly OperationState[]> {
  for (const { cloud } of operations) {
    if (cloud !== "ionos")
      throw unexpected(`An operation on "${cloud}" cannot be followed on IONOS Cloud.`, {
        hint: "Follow it on its own cloud.",
      });
  }
  const handles = new Map(
    operations.flatMap((operation) => operation.handles.map((text) => [text, readHandle(text)] as const)),
  );
  const states = new Map(
    await mapConcurrently(
      concurrentReads,
      [...handles],
      async ([text, handle]) => [text, await readState(client, handle, signal)] as const,
    ),
  );
  return operations.map((operation) =>
    combine(
      operation,
      operation.handles.flatMap((text) => states.get(text) ?? []),
    ),
  );
}

/** One failure fails the operation, and all must have succeeded; no handle at all means done already. */
function combine({ groupId }: Operation, states: readonly OperationState[]): OperationState {
  for (const status of ["failed", "running", "queued"] as const) {
    const state = states.find((each) => each.status === status);
    if (state) return state;
  }
  return { status: "succeeded", groupId };
}

async function readState(client: IonosClient, handle: OperationHandle, signal: AbortSignal): Promise<OperationState> {
  const isAbsence = handle.kind === "group-absent" || handle.kind === "rule-absent";
  try {
    if (handle.kind === "request") return await readRequestState(client, handle.requestId, signal);
    const state = await readResourceState(client, handle, signal);
    return isAbsence ? { status: "running" } : toState(resourceStatuses.get(state), `the state became ${state}`);
  } catch (error) {
    if (!SecurityGroupError.is(error) || error.code !== "not-found") throw error;
    // What was just written may not be found yet: reads lag behind writes.
    return { status: isAbsence ? "succeeded" : "running" };
  }
}

async function readRequestState(client: IonosClient, requestId: string, signal: AbortSignal): Promise<OperationState> {
  const { body } = await client.send(requestStatusAnswer, signal, (api, options) =>
    api.GET("/requests/{requestId}/status", { ...options, params: { path: { requestId }, query: { pretty: false } } }),
  );
  const { status, message } = body.metadata;
  return toState(requestStatuses.get(status), message || `request ${requestId} failed and IONOS Cloud gave no reason`);
}

async function readResourceState(
  client: IonosClient,
  handle: Exclude<OperationHandle, { kind: "request" }>,
  signal: AbortSignal,
): Promise<string> {
  const path = { datacenterId: client.datacenter, securityGroupId: handle.groupId };
  const query = { depth: 0, pretty: false };
  const { body } = await client.send(stateAnswer, signal, (api, options) =>
    "ruleId" in handle
      ? api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}", {
          ...options,
          params: { path: { ...path, ruleId: handle.ruleId }, query },
        })
      : api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}", {
          ...options,
          params: { path, query },
        }),
  );
  return body.metadata.state;
}

function toState(status: Status = "running", failure: string): OperationState {
  return status === "failed" ? { status, message: failure } : { status };
}
