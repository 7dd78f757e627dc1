import type { GroupId, RuleId } from "../model/rule.ts";

/**
 * A handle on work that a cloud is doing for one step, as plain data: it can be written down and awaited by another process.
 *
 * `handles` are the vendor's own words: an IONOS request's status path or a resource's path, Gcore task ids. None means done already.
 */
export interface Operation {
  readonly cloud: string;
  readonly handles: readonly string[];
  /** The group that the step creates or changes, when its id is known already. */
  readonly groupId?: GroupId | undefined;
  readonly ruleId?: RuleId | undefined;
  /** When the cloud took it on, in milliseconds since the epoch and by the cloud's own clock; absent where it did not tell. */
  readonly startedAt?: number | undefined;
}

/**
 * How far the cloud is. `succeeded`, `failed` and `lost` are final: an operation is lost when the cloud has not known it, or shown nothing of it, for so long that how
 * it ended, or whether it was ever begun, has to be found out in another way.
 */
export type OperationState =
  | { readonly status: "queued" }
  | { readonly status: "running" }
  | { readonly status: "succeeded"; readonly groupId?: GroupId | undefined }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "lost"; readonly message: string };
