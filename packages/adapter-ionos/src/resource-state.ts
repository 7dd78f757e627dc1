import type { ResourceState } from "@secgroup/api-types/ionos";

/**
 * What a state of a group or rule means: `settled` and `failed` that nothing is pending; `busy` that something is; `idle` that
 * nothing is, but that it is not in force either.
 */
export type ResourceStatus = "settled" | "busy" | "idle" | "failed";

// A new word in the spec is a compile error until somebody decides what it means.
const statuses: Readonly<Record<ResourceState, ResourceStatus>> = {
  AVAILABLE: "settled",
  ACTIVE: "settled",
  BUSY: "busy",
  DEPLOYING: "busy",
  UPDATING: "busy",
  DESTROYING: "busy",
  HIBERNATING: "busy",
  MAINTENANCE: "busy",
  UNKNOWN: "busy",
  INACTIVE: "idle",
  SUSPENDED: "idle",
  TERMINATED: "idle",
  FAILED: "failed",
  FAILED_SUSPENDED: "failed",
  FAILED_UPDATING: "failed",
  FAILED_DESTROYING: "failed",
  FAILED_HIBERNATING: "failed",
  FAILED_MAINTENANCE: "failed",
};

const byWord: ReadonlyMap<string, ResourceStatus> = new Map(Object.entries(statuses));

/** What the state of a group or rule means; a word that the cloud has newer than the spec means that something is pending. */
export function readResourceState(word: string): ResourceStatus {
  return byWord.get(word) ?? "busy";
}
