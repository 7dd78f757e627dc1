import { expect } from "vitest";
import type { Exchange, State } from "../exchange.ts";
import { integer, like } from "../matchers.ts";
import {
  contractsPath,
  datacenterPath,
  exchange,
  groupId,
  groupPath,
  member,
  metadata,
  signal,
  values,
  webDatacenter,
  webRule,
  wireGroup,
  wireRule,
} from "./wire.ts";

const serverId = "5f0b1a9e-2b0d-4d6b-9c3e-7d0f5b8a1c22";
const nicId = "7e4c8d3b-9a1f-4e5d-8b2c-0f6a3d7e9b33";
const used: State = {
  name: "a datacenter whose group is used",
  params: { groups: webDatacenter.params["groups"], server: "bastion", nic: "public" },
};

const attachments: Exchange = {
  interactions: [
    {
      description: "datacentersSecuritygroupsFindById: a group with its members",
      state: used,
      request: { method: "GET", path: groupPath, query: { depth: "3", pretty: "false" } },
      response: {
        status: 200,
        body: wireGroup(
          { name: "web", description: "Public web servers" },
          {
            rules: [wireRule(webRule)],
            servers: member("server", serverId, "bastion"),
            nics: member("nic", nicId, "public"),
          },
        ),
      },
    },
    {
      description: "datacentersFindById: a datacenter with a default group",
      state: used,
      request: { method: "GET", path: datacenterPath, query: { depth: "0", pretty: "false" } },
      response: {
        status: 200,
        body: {
          id: like(values.datacenterId),
          type: "datacenter",
          href: like(`https://api.ionos.com/cloudapi/v6/datacenters/${values.datacenterId}`),
          metadata: metadata("AVAILABLE"),
          properties: {
            name: like("frankfurt"),
            location: like("de/fra"),
            defaultSecurityGroupId: like(groupId),
          },
        },
      },
    },
  ],
  play: async (adapter) => {
    expect(await adapter.readAttachments(groupId, signal)).toEqual([
      { kind: "server", id: serverId, name: "bastion" },
      { kind: "nic", id: nicId, name: "public" },
      { kind: "datacenter-default", id: values.datacenterId, name: "frankfurt" },
    ]);
  },
};

const limits: Exchange = exchange(
  {
    description: "contractsGet: the contract's limits",
    state: webDatacenter,
    request: { method: "GET", path: contractsPath, query: { depth: "1", pretty: "false" } },
    response: {
      status: 200,
      body: {
        id: like("contracts"),
        type: "collection",
        href: like("https://api.ionos.com/cloudapi/v6/contracts"),
        items: [
          {
            type: "contract",
            properties: {
              contractNumber: integer(31_000_000),
              resourceLimits: { rulesPerSecurityGroup: integer(100), securityGroupsPerVdc: integer(200) },
            },
          },
        ],
      },
    },
  },
  async (adapter) => {
    expect(await adapter.readLimits(signal)).toEqual({ rulesPerGroup: 100, groupsPerTarget: 200 });
  },
);

/** What uses a group, and how many there may be. */
export const readSurroundings: readonly Exchange[] = [attachments, limits];
