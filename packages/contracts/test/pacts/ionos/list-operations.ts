import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { eachLike, like, matching, uuid } from "../matchers.ts";
import { date, groupId, href, requestsPath, signal, values, webDatacenter } from "./wire.ts";

const page = { offset: "0", limit: "1000", pretty: "false" };

/** Asks for the requests in one state. */
export const unfinishedRequests = (status: string): Interaction["request"] => ({
  method: "GET",
  path: requestsPath,
  query: { "filter.status": status, depth: "2", ...page },
});

/** A request on the group, as the list tells it at depth 2. */
export const wireRequest = (status: string): object => ({
  id: uuid(values.requestId),
  type: "request",
  href: href(`/requests/${values.requestId}`),
  metadata: {
    createdDate: date("2024-05-21T18:02:41Z"),
    createdBy: like("test.test@ionos.com"),
    etag: like("e15475860e9c6e1136ba1b2153297f31"),
    requestStatus: {
      id: like(`${values.requestId}/status`),
      type: "request-status",
      href: href(`/requests/${values.requestId}/status`),
      metadata: { status, message: like("Request is being executed") },
    },
  },
  properties: {
    method: like("PATCH"),
    url: matching(
      String.raw`https?://.+/cloudapi/v6/datacenters/[^/]+/securitygroups/[^/]+`,
      `https://api.ionos.com/cloudapi/v6/datacenters/${values.datacenterId}/securitygroups/${groupId}`,
    ),
  },
});

/** A page of requests. */
export const wireRequests = (items: unknown): Interaction["response"] => ({
  status: 200,
  body: { id: like("requests"), type: "collection", href: href("/requests"), items, offset: 0, limit: 1000 },
});

/** A datacenter in which one write is in this state. */
export const requestIn = (status: string): State => ({ name: "a request", params: { status } });

const list = (special: string, status: string, state: State, items: unknown): Interaction => ({
  description: `requestsGet: ${special}`,
  state,
  request: unfinishedRequests(status),
  response: wireRequests(items),
});
const waits = list("one that waits", "QUEUED", requestIn("QUEUED"), eachLike(wireRequest("QUEUED")));
const runs = list("one that is worked on", "RUNNING", requestIn("RUNNING"), eachLike(wireRequest("RUNNING")));
const noneWaits = list("none that waits", "QUEUED", webDatacenter, []);
const noneRuns = list("none that is worked on", "RUNNING", webDatacenter, []);

/** What shows that nothing is under way in the account. */
export const quiet: readonly Interaction[] = [noneWaits, noneRuns];
/** What shows that a write on the group waits, and nothing else is under way. */
export const queued: readonly Interaction[] = [waits, noneRuns];

const tells =
  (...groups: readonly string[]): Exchange["play"] =>
  async (adapter) => {
    const operations = await adapter.listOperations(signal);
    expect(operations.map((operation) => operation.groupId)).toEqual(groups);
    expect(operations.flatMap(({ handles }) => handles)).toEqual(groups.map(() => `request:${values.requestId}`));
  };

/** Whether the datacenter is quiet: requests that wait are asked for first, then those that are worked on. */
export const listOperations: readonly Exchange[] = [
  { interactions: queued, play: tells(groupId) },
  { interactions: [noneWaits, runs], play: tells(groupId) },
  { interactions: quiet, play: tells() },
];
