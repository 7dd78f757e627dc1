import type { Adapter, ErrorCode, ResolvedStep } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { eachLike, integer, like } from "../matchers.ts";
import { ruleOf } from "../rule-of.ts";
import { unfinishedRequests } from "./list-operations.ts";
import {
  datacenterPath,
  contractsPath,
  followed,
  group,
  groupId,
  groupPath,
  groupsPath,
  requestsPath,
  ruleId,
  rulePath,
  rulesPath,
  signal,
  values,
  statusPath,
  webDatacenter,
  webRule,
  wireGroup,
  wireWebGroup,
} from "./wire.ts";

interface Call {
  readonly operation: string;
  readonly request: Interaction["request"];
  readonly play: (adapter: Adapter) => Promise<unknown>;
  /** What the adapter asks beside this. */
  readonly beside?: readonly Interaction[];
  /** In which the provider refuses the request with 422 by itself; without it the refusal is asked of it. */
  readonly refusing?: State;
  /** Reads that take some refusals for an answer of their own. */
  readonly tolerates?: readonly number[];
  /** What the adapter asks after a refusal that it tolerates. */
  readonly instead?: readonly Interaction[];
}

const submit =
  (step: ResolvedStep) =>
  (adapter: Adapter): Promise<unknown> =>
    adapter.submit(step, signal);
const follow =
  (handle: string) =>
  (adapter: Adapter): Promise<unknown> =>
    adapter.readOperations([{ cloud: "ionos", handles: [handle] }], signal);

const gre = ruleOf({ direction: "ingress", protocol: "gre" });
const greBody = { properties: { protocol: "GRE", type: "INGRESS", ipVersion: "IPv4" } };
/** As many groups and rules as there may be; nothing else that a request says can be wrong after the adapter's own checks. */
const full: State = {
  ...webDatacenter,
  params: { ...webDatacenter.params, limits: { rulesPerSecurityGroup: 1, securityGroupsPerVdc: 1 } },
};
const inUse: State = {
  name: "a datacenter whose group is used",
  params: { groups: [{ ...group, rules: [webRule] }], server: "bastion", nic: "public" },
};
const depth = (value: number): { readonly depth: string; readonly pretty: string } => ({
  depth: String(value),
  pretty: "false",
});
const page = { offset: "0", limit: "1000" };

const post: Call["request"] = { method: "POST", path: groupsPath, body: { properties: { name: "web" } } };
const put: Call["request"] = {
  method: "PUT",
  path: groupPath,
  body: { properties: { name: "web", description: "new" } },
};
const patch: Call["request"] = { method: "PATCH", path: groupPath, body: { name: "frontend" } };
const remove: Call["request"] = { method: "DELETE", path: groupPath };
const postRule: Call["request"] = { method: "POST", path: rulesPath, body: greBody };

const withoutRules: Interaction = {
  description: "datacentersSecuritygroupsFindById: a group whose rules have to be asked for",
  state: webDatacenter,
  request: { method: "GET", path: groupPath, query: depth(3) },
  response: { status: 200, body: wireGroup({ name: "web", description: "Public web servers" }) },
};
const withMembers: Interaction = {
  ...withoutRules,
  description: "datacentersSecuritygroupsFindById: a group without members",
  response: { status: 200, body: wireWebGroup },
};

const calls: readonly Call[] = [
  {
    operation: "datacentersSecuritygroupsGet",
    request: { method: "GET", path: groupsPath, query: { ...depth(3), ...page } },
    play: (adapter) => adapter.listGroups(signal),
  },
  {
    operation: "datacentersSecuritygroupsFindById",
    request: { method: "GET", path: groupPath, query: depth(3) },
    play: (adapter) => adapter.readGroup(groupId, signal),
  },
  {
    operation: "datacentersSecuritygroupsRulesGet",
    request: { method: "GET", path: rulesPath, query: { ...depth(3), ...page } },
    beside: [withoutRules],
    play: (adapter) => adapter.readGroup(groupId, signal),
  },
  {
    operation: "datacentersSecuritygroupsPost",
    request: post,
    play: submit({ kind: "create-group", name: "web", rules: [] }),
    refusing: full,
  },
  {
    operation: "datacentersSecuritygroupsPut",
    request: put,
    play: submit({ kind: "update-group", group, fields: { description: "new" } }),
  },
  {
    operation: "datacentersSecuritygroupsPatch",
    request: patch,
    play: submit({ kind: "update-group", group, fields: { name: "frontend" } }),
  },
  {
    operation: "datacentersSecuritygroupsDelete",
    request: remove,
    play: submit({ kind: "delete-group", group }),
    refusing: inUse,
  },
  {
    operation: "datacentersSecuritygroupsFirewallrulesPost",
    request: postRule,
    play: submit({ kind: "create-rule", group, rule: gre }),
    refusing: full,
  },
  {
    operation: "datacentersSecuritygroupsRulesPatch",
    request: { method: "PATCH", path: rulePath, body: { name: "new" } },
    play: submit({ kind: "update-rule", group, ruleId, from: gre, to: { ...gre, description: "new" } }),
  },
  {
    operation: "datacentersSecuritygroupsFirewallrulesDelete",
    request: { method: "DELETE", path: rulePath },
    play: submit({ kind: "delete-rule", group, ruleId }),
  },
  {
    operation: "datacentersSecuritygroupsRulesFindById",
    request: { method: "GET", path: rulePath, query: depth(0) },
    play: follow(`rule:${values.datacenterId}/${groupId}/${ruleId}`),
    tolerates: [404],
  },
  {
    operation: "requestsStatusGet",
    request: { method: "GET", path: statusPath, query: { pretty: "false" } },
    play: follow(followed().handles[0] ?? ""),
    tolerates: [404],
  },
  {
    operation: "requestsGet",
    request: unfinishedRequests("QUEUED"),
    play: (adapter) => adapter.listOperations(signal),
    tolerates: [403, 404, 422],
    instead: [
      {
        description: "datacentersSecuritygroupsGet: groups for their states",
        state: webDatacenter,
        request: { method: "GET", path: groupsPath, query: { ...depth(3), ...page } },
        response: { status: 200, body: { items: [wireWebGroup] } },
      },
    ],
  },
  {
    operation: "datacentersFindById",
    request: { method: "GET", path: datacenterPath, query: depth(0) },
    beside: [withMembers],
    play: (adapter) => adapter.readAttachments(groupId, signal),
  },
  {
    operation: "contractsGet",
    request: { method: "GET", path: contractsPath, query: depth(1) },
    play: (adapter) => adapter.readLimits(signal),
    tolerates: [403],
  },
];

const errors: readonly (readonly [status: number, code: ErrorCode, word: string])[] = [
  [401, "unauthorized", "the credentials are not accepted"],
  [403, "forbidden", "the user lacks the privilege"],
  [404, "not-found", "there is no such object"],
  [422, "rejected", "the request breaks a rule"],
  [429, "rate-limited", "too many requests"],
  [500, "unavailable", "the API failed"],
  [503, "unavailable", "under maintenance"],
];

function stateOf({ request }: Call, status: number): State {
  if (status === 401) return { name: "credentials that are not accepted", params: {} };
  // The lists of contracts and of requests are never missing: only a gateway could say so.
  if (status === 404 && request.path !== contractsPath && request.path !== requestsPath)
    return { name: "nothing", params: {} };
  return { name: "an answer that refuses", params: { status, ...(status === 429 && { retryAfter: "7" }) } };
}

function refusal(call: Call, [status, code, word]: (typeof errors)[number]): Exchange {
  const interaction: Interaction = {
    description: `${call.operation}: ${status}, ${word}`,
    state: (status === 422 ? call.refusing : undefined) ?? stateOf(call, status),
    request: call.request,
    response: {
      status,
      ...(status === 429 && { headers: { "Retry-After": "7" } }),
      body: { httpStatus: integer(status), messages: eachLike({ errorCode: like("100"), message: like(word) }) },
    },
  };
  const isTolerated = call.tolerates?.includes(status) ?? false;
  return {
    interactions: [interaction, ...(call.beside ?? []), ...((isTolerated && call.instead) || [])],
    play: async (adapter) => {
      const play = call.play(adapter);
      if (isTolerated) return void (await play);
      await expect(play).rejects.toMatchObject({
        code,
        message: expect.stringContaining(word),
        retryable: status === 429 || status >= 500,
        retryAfterMs: status === 429 ? 7000 : undefined,
        vendor: { status, code: "100" },
      });
    },
  };
}

/** Every operation with every documented refusal that concerns this adapter. */
export const refusals: readonly Exchange[] = calls.flatMap((call) => errors.map((error) => refusal(call, error)));
