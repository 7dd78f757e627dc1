import type { RequestState } from "@secgroup/api-types/ionos";
import type { OperationState } from "@secgroup/core";

/** What a status says; that a request is lost, none says. */
type Status = Exclude<OperationState["status"], "lost">;

// A new word in the spec is a compile error until somebody decides what it means.
const statuses: Readonly<Record<RequestState, Status>> = {
  QUEUED: "queued",
  RUNNING: "running",
  DONE: "succeeded",
  FAILED: "failed",
};

const byWord: ReadonlyMap<string, Status> = new Map(Object.entries(statuses));

/** How far a request in this status is; a word that the cloud has newer than the spec means that it is not done. */
export function readRequestStatus(word: string): Status {
  return byWord.get(word) ?? "running";
}
