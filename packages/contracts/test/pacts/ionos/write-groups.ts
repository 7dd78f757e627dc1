import type { Adapter, ResolvedStep, Operation } from "@secgroup/core";
import { ionos } from "@secgroup/adapter-ionos";
import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { matching } from "../matchers.ts";
import { ruleOf } from "../rule-of.ts";
import {
  datacenter,
  exchange,
  followed,
  group,
  groupId,
  groupPath,
  groupsPath,
  location,
  signal,
  timeless,
  values,
  webDatacenter,
  webDatacenterWith,
  wireGroup,
} from "./wire.ts";

const submits =
  (step: ResolvedStep, operation: Operation) =>
  async (adapter: Adapter): Promise<void> => {
    expect(timeless(await adapter.submit(step, signal))).toEqual(operation);
  };

const withLocation = { Location: location };
const polled: Operation = { cloud: "ionos", handles: [`group:${values.datacenterId}/${groupId}`], groupId };
const withoutLocation: State = webDatacenterWith({ locationHeader: "never" });

const post = (special: string, body: object, state = datacenter(), headers: object = withLocation): Interaction => ({
  description: `datacentersSecuritygroupsPost: ${special}`,
  state,
  request: { method: "POST", path: groupsPath, body },
  response: {
    status: 202,
    headers: { ...headers },
    body: wireGroup({ name: "web", description: "Public web servers" }, {}, "BUSY"),
  },
});

const create = { kind: "create-group", name: "web", description: "Public web servers" } as const;
const properties = { name: "web", description: "Public web servers" };

const creations: readonly Exchange[] = [
  exchange(post("a group without rules", { properties }), submits({ ...create, rules: [] }, followed())),
  exchange(
    post("a group with its rules in one call", {
      properties,
      entities: {
        rules: {
          items: [
            {
              properties: {
                name: "https",
                protocol: "TCP",
                type: "INGRESS",
                ipVersion: "IPv4",
                portRangeStart: 443,
                portRangeEnd: 443,
              },
            },
            { properties: { protocol: "ANY", type: "EGRESS", ipVersion: "IPv6" } },
          ],
        },
      },
    }),
    submits(
      {
        ...create,
        rules: [
          ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 443, to: 443 }, description: "https" }),
          ruleOf({ direction: "egress", ipVersion: "IPv6" }),
        ],
      },
      followed(),
    ),
  ),
  exchange(
    post(
      "without Location, which the document does not list",
      { properties },
      { ...datacenter(), params: { groups: [], quirks: { locationHeader: "never" } } },
      {},
    ),
    submits({ ...create, rules: [] }, polled),
  ),
];

// The request and the answer of the page "Update a Network Security Group", field for field, its shortened ids included.
const documented = { name: "NSG", description: "updated to true" };
const documentedAnswer = wireGroup(documented, {}, "BUSY", "bxxxx-axXX-0008-8888-99k0444e5555");
const user = { username: "test.test@ionos.com", password: "example" };

const put = (special: string, state: State, headers: object): Interaction => ({
  description: `datacentersSecuritygroupsPut: ${special}`,
  state,
  request: { method: "PUT", path: groupPath, body: { properties: documented } },
  response: { status: 202, headers: { ...headers }, body: documentedAnswer },
});
const documentedPut = put("the documented page, wrapped, with a password", webDatacenter, withLocation);
const putStep: ResolvedStep = {
  kind: "update-group",
  group: { id: groupId, name: "NSG" },
  fields: { description: "updated to true" },
};

const patch: Interaction = {
  description: "datacentersSecuritygroupsPatch: the name alone, in a bare body",
  state: webDatacenter,
  request: { method: "PATCH", path: groupPath, body: { name: "frontend" } },
  response: {
    status: 202,
    headers: withLocation,
    body: wireGroup({ name: "frontend", description: "Public web servers" }, {}, "BUSY"),
  },
};

const remove = (special: string, state: State, headers: object): Interaction => ({
  description: `datacentersSecuritygroupsDelete: ${special}`,
  state,
  request: { method: "DELETE", path: groupPath },
  response: { status: 202, headers: { ...headers } },
});

const changes: readonly Exchange[] = [
  exchange(
    {
      ...documentedPut,
      request: {
        ...documentedPut.request,
        authorization: matching("Basic [A-Za-z0-9+/]+=*", `Basic ${btoa(`${user.username}:${user.password}`)}`),
      },
    },
    (_, fetch) => submits(putStep, followed())(ionos({ ...user, datacenter: values.datacenterId, fetch })),
  ),
  exchange(put("without Location", withoutLocation, {}), submits(putStep, polled)),
  exchange(patch, submits({ kind: "update-group", group, fields: { name: "frontend" } }, followed())),
  exchange(remove("a group", webDatacenter, withLocation), submits({ kind: "delete-group", group }, followed())),
  exchange(
    remove("without Location", withoutLocation, {}),
    submits(
      { kind: "delete-group", group },
      { ...polled, handles: [`group-absent:${values.datacenterId}/${groupId}`] },
    ),
  ),
];

/** Writing groups: POST, PUT wrapped, PATCH bare, DELETE, each with the status URL and without. */
export const writeGroups: readonly Exchange[] = [...creations, ...changes];
