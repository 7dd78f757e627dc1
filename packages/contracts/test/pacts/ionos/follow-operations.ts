import type { Operation, OperationState } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { like } from "../matchers.ts";
import { queued, quiet } from "./list-operations.ts";
import {
  datacenter,
  exchange,
  followed,
  groupId,
  groupPath,
  ruleId,
  rulePath,
  signal,
  statusPath,
  values,
  webDatacenter,
  webRule,
  wireGroup,
  wireRule,
} from "./wire.ts";

const follows =
  (operation: Operation, wanted: OperationState): Exchange["play"] =>
  async (adapter) => {
    expect(await adapter.readOperations([operation], signal)).toEqual([wanted]);
  };

const request = (status: string, message: unknown, special: string): Interaction => ({
  description: `requestsStatusGet: ${status}, ${special}`,
  state: { name: "a request", params: { status, message: "[VDC-5-601] We are sorry there has been an error" } },
  request: { method: "GET", path: statusPath, query: { pretty: "false" } },
  response: {
    status: 200,
    body: {
      id: like(`${values.requestId}/status`),
      type: "request-status",
      href: like(`https://api.ionos.com/cloudapi/v6/requests/${values.requestId}/status`),
      metadata: { status, message },
    },
  },
});

const requests: readonly Exchange[] = [
  exchange(
    request("QUEUED", like("Request has been queued"), "behind others"),
    follows(followed(), { status: "queued" }),
  ),
  exchange(
    request("RUNNING", like("Request is being executed"), "under way"),
    follows(followed(), { status: "running" }),
  ),
  exchange(
    request("DONE", like("Request has been successfully executed"), "with its group known"),
    follows(followed(), { status: "succeeded", groupId }),
  ),
  exchange(
    request("FAILED", "[VDC-5-601] We are sorry there has been an error", "with the reason"),
    follows(followed(), { status: "failed", message: "[VDC-5-601] We are sorry there has been an error" }),
  ),
];

const busy: State = {
  name: "a datacenter with a group that is being changed",
  params: { groups: webDatacenter.params["groups"] },
};
const query = { depth: "0", pretty: "false" };
const properties = { name: "web", description: "Public web servers" };
const operation = (handle: string, ids: Partial<Operation> = { groupId }): Operation => ({
  cloud: "ionos",
  handles: [handle],
  ...ids,
});

const readGroup = (state: State, word: string): Interaction => ({
  description: `datacentersSecuritygroupsFindById: a group that is ${word}`,
  state,
  request: { method: "GET", path: groupPath, query },
  response: { status: 200, body: wireGroup(properties, {}, word) },
});
const goneBody = { httpStatus: 404, messages: [{ errorCode: "309", message: "Resource does not exist" }] };
const nowhere = { name: "a datacenter without the group", params: datacenter().params };

const goneGroup: Interaction = {
  description: "datacentersSecuritygroupsFindById: a group that is gone",
  state: nowhere,
  request: { method: "GET", path: groupPath, query },
  response: { status: 404, body: goneBody },
};
const availableRule: Interaction = {
  description: "datacentersSecuritygroupsRulesFindById: a rule that is AVAILABLE",
  state: webDatacenter,
  request: { method: "GET", path: rulePath, query },
  response: { status: 200, body: wireRule(webRule) },
};
const goneRule: Interaction = {
  description: "datacentersSecuritygroupsRulesFindById: a rule that is gone",
  state: nowhere,
  request: { method: "GET", path: rulePath, query },
  response: { status: 404, body: goneBody },
};
const groupPlace = `${values.datacenterId}/${groupId}`;
const rulePlace = `${groupPlace}/${ruleId}`;

/** What looks done, and is once no request under way concerns it. */
const ends = (look: Interaction, handle: string): Exchange => ({
  interactions: [look, ...quiet],
  play: follows(operation(handle), { status: "succeeded", groupId }),
});

const resources: readonly Exchange[] = [
  exchange(readGroup(busy, "BUSY"), follows(operation(`group:${groupPlace}`), { status: "running" })),
  ends(readGroup(webDatacenter, "AVAILABLE"), `group:${groupPlace}`),
  ends(goneGroup, `group-absent:${groupPlace}`),
  ends(availableRule, `rule:${rulePlace}`),
  ends(goneRule, `rule-absent:${rulePlace}`),
  {
    interactions: [goneGroup, ...queued],
    play: follows(operation(`group-absent:${groupPlace}`), { status: "running" }),
  },
];

/** Following writes: the request in its four states, and the object itself where no request is named. */
export const followOperations: readonly Exchange[] = [...requests, ...resources];
