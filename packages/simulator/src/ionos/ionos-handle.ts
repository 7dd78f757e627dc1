import type { AskedRefusal } from "../asked-refusal.ts";
import type { RuleProperties } from "./datacenter-state.ts";
import type { FailureHow } from "./queued-request.ts";

/** A group as it is in force. */
export interface EnforcedGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rules: readonly (RuleProperties & { readonly id: string })[];
}

/** The simulated IONOS Cloud from behind: what a test or a demonstration sets up, looks at and breaks. All of it works at once. */
export interface IonosCloud {
  /** Returns the id; throws when it is taken. */
  addDatacenter(datacenter: { readonly id?: string; readonly name: string }): string;
  /** Returns the id. The rules are taken as they are, valid or not. */
  addGroup(
    datacenterId: string,
    group: { readonly name: string; readonly description?: string; readonly rules: readonly RuleProperties[] },
  ): string;
  /** Returns the id. A new server joins the datacenter's default group, if there is one. */
  addServer(datacenterId: string, server: { readonly name: string }): string;
  /** Returns the id of a new NIC of the server. */
  addNic(serverId: string, nic: { readonly name: string }): string;
  attachServer(groupId: string, serverId: string): void;
  /** What another hand does meanwhile: rules that stay the same keep their ids, the others are new. */
  editRules(groupId: string, edit: (rules: readonly RuleProperties[]) => readonly RuleProperties[]): void;
  /** Another hand deletes the group, whoever is a member of it. */
  removeGroup(groupId: string): void;
  /** What is in force now, whatever is pending. */
  groups(datacenterId: string): readonly EnforcedGroup[];
  /**
   * The next write that is accepted ends FAILED with this message; called twice, the next two. `at-end` (the default) fails after its
   * time and without effect, but for what the quirk `failedRequest` says; `at-once` as soon as it is looked at, without having run;
   * `partly` after its time, with a part of its work done: some rules of a new, replaced or deleted set, and of a single rule all.
   */
  failNextRequest(message: string, how?: FailureHow): void;
  /** The next write that is accepted stays RUNNING until `releaseStuck`, and holds up those that wait for it. */
  stickNextRequest(): void;
  releaseStuck(): void;
  /** While held, no request gets past RUNNING. */
  holdRequests(held: boolean): void;
  /** The next call with good credentials is refused like this, without effect; called twice, the next two. */
  readonly refuseNextCall: (refusal: AskedRefusal) => void;
}
