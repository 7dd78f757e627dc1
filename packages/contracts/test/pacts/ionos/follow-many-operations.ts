import type { Operation, OperationState } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange, Interaction } from "../exchange.ts";
import { eachLike, like } from "../matchers.ts";
import { quiet, requestIn, wireRequest, wireRequests } from "./list-operations.ts";
import {
  exchange,
  followed,
  groupId,
  groupPath,
  groupsPath,
  href,
  metadata,
  requestsPath,
  ruleId,
  signal,
  values,
  webDatacenter,
  webRule,
  wireGroup,
  wireRule,
} from "./wire.ts";

const properties = { name: "web", description: "Public web servers" };
const { datacenterId } = values;
const unknownId = "3d7a2c1f-63f2-4d7f-9b4b-7a1d6e0a8c32";
const began = { startedAt: Date.UTC(2024, 4, 21, 18, 2, 41) };

const follows =
  (operations: readonly Operation[], ...wanted: readonly OperationState[]): Exchange["play"] =>
  async (adapter) => {
    expect(await adapter.readOperations(operations, signal)).toEqual(wanted);
  };
const resource = (handle: string): Operation => ({ cloud: "ionos", handles: [handle], groupId });

const listed: Interaction = {
  description: "requestsGet: those since a moment before the oldest one began",
  state: requestIn("RUNNING"),
  request: {
    method: "GET",
    path: requestsPath,
    query: {
      "filter.createdAfter": "2024-05-21 17:57:41",
      depth: "2",
      offset: "0",
      limit: "1000",
      pretty: "false",
    },
  },
  response: wireRequests(eachLike(wireRequest("RUNNING"))),
};
const unlisted: Interaction = {
  description: "requestsStatusGet: 404, a request that the list does not show",
  state: webDatacenter,
  request: { method: "GET", path: `${requestsPath}/${unknownId}/status`, query: { pretty: "false" } },
  response: {
    status: 404,
    body: { httpStatus: 404, messages: [{ errorCode: "309", message: "Resource does not exist" }] },
  },
};

const busyGroup: Interaction = {
  description: "datacentersSecuritygroupsFindById: a group and its rule that are BUSY",
  state: {
    name: "a datacenter with a group that is being changed",
    params: { groups: webDatacenter.params["groups"] },
  },
  request: { method: "GET", path: groupPath, query: { depth: "3", pretty: "false" } },
  response: {
    status: 200,
    body: wireGroup(properties, { rules: [wireRule(webRule, "BUSY")], servers: [], nics: [] }, "BUSY"),
  },
};
const groups: Interaction = {
  description: "datacentersSecuritygroupsGet: groups without their rules",
  state: webDatacenter,
  request: { method: "GET", path: groupsPath, query: { depth: "1", limit: "1000", pretty: "false" } },
  response: {
    status: 200,
    body: {
      id: like(`${datacenterId}/securitygroups`),
      type: "collection",
      href: href(`/datacenters/${datacenterId}/securitygroups`),
      items: [{ ...wireGroup(properties), entities: undefined, metadata: metadata("AVAILABLE") }],
      offset: 0,
      limit: 1000,
    },
  },
};

/** Following several writes at once: requests by their list, groups and rules by what they are in. */
export const followManyOperations: readonly Exchange[] = [
  {
    interactions: [listed, unlisted],
    play: follows(
      [followed(began), { ...followed(began), handles: [`request:${unknownId}`] }],
      { status: "running" },
      // The mock server's clock is far beyond the time at which the request began.
      { status: "lost", message: `IONOS Cloud does not know request ${unknownId}` },
    ),
  },
  exchange(
    busyGroup,
    follows(
      [resource(`group:${datacenterId}/${groupId}`), resource(`rule:${datacenterId}/${groupId}/${ruleId}`)],
      { status: "running" },
      { status: "running" },
    ),
  ),
  {
    interactions: [groups, ...quiet],
    play: follows(
      [resource(`group:${datacenterId}/${groupId}`), resource(`group-absent:${datacenterId}/${unknownId}`)],
      { status: "succeeded", groupId },
      { status: "succeeded", groupId },
    ),
  },
];
