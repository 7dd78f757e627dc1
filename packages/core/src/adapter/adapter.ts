import type { Account } from "../account/account.ts";
import type { Attachment, ListedGroup, ObservedGroup } from "../model/group.ts";
import type { GroupId } from "../model/rule.ts";
import type { Operation, OperationState } from "../operation/operation.ts";
import type { ResolvedStep } from "../plan/step.ts";
import type { Capabilities, Limits } from "./capabilities.ts";

/**
 * What the core asks of a cloud: one target (an IONOS datacenter, a Gcore project and region) behind seven calls.
 *
 * Every call does one thing, never waits for operations, never repeats a write, and throws `SecurityGroupError` only.
 * A call that could not read everything throws; it never answers with less. An abort rejects with code `aborted`.
 */
export interface Adapter {
  /** The cloud's short name, as in documents and operations: `ionos`, `gcore`. */
  readonly cloud: string;
  readonly capabilities: Capabilities;
  /** Shared with other targets that are reached with the same credentials: one budget of requests, one poller of operations. */
  readonly account: Account;

  /** All groups of the target, all pages, in as few reads as the cloud allows. */
  listGroups(signal: AbortSignal): Promise<readonly ListedGroup[]>;

  /** One group with all its rules. Throws `not-found`. */
  readGroup(id: GroupId, signal: AbortSignal): Promise<ObservedGroup>;

  /** What uses the group, so that deleting it would fail or cut something off. */
  readAttachments(id: GroupId, signal: AbortSignal): Promise<readonly Attachment[]>;

  /** The limits in force for the account, or the documented ones where the API does not tell. */
  readLimits(signal: AbortSignal): Promise<Limits>;

  /** Sends one write, after a read where the cloud asks for what it replaces. Throws `unsupported` before anything is sent when the cloud cannot express the step. */
  submit(step: ResolvedStep, signal: AbortSignal): Promise<Operation>;

  /**
   * Operations that the cloud is at work on in this target, whoever started them; none when it is quiet. One that is about a single
   * group tells which; one without a group may be about any.
   */
  listOperations(signal: AbortSignal): Promise<readonly Operation[]>;

  /** The state of each operation, of any target of the account, in the order given, in as few reads as the cloud allows. */
  readOperations(operations: readonly Operation[], signal: AbortSignal): Promise<readonly OperationState[]>;
}
