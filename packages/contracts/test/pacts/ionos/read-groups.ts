import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { eachLike, integer, like, matching } from "../matchers.ts";
import {
  datacenter,
  exchange,
  groupId,
  groupPath,
  groupsPath,
  observedWebGroup,
  rulesPath,
  signal,
  values,
  webDatacenter,
  webDatacenterWith,
  webRule,
  wireGroup,
  wireRule,
  wireWebGroup,
} from "./wire.ts";

const self = `https://api.ionos.com/cloudapi/v6/datacenters/${values.datacenterId}/securitygroups`;
const link = (offset: number): unknown =>
  matching(String.raw`https?://.+[?&]offset=\d+.*`, `${self}?depth=3&offset=${offset}&limit=1000&pretty=false`);

const page = (
  special: string,
  state: State,
  items: unknown,
  { offset = 0, links = { self: link(0) } }: { readonly offset?: number; readonly links?: object } = {},
): Interaction => ({
  description: `datacentersSecuritygroupsGet: ${special}`,
  state,
  request: {
    method: "GET",
    path: groupsPath,
    query: { depth: "3", offset: String(offset), limit: "1000", pretty: "false" },
  },
  response: {
    status: 200,
    body: {
      id: like(`${values.datacenterId}/securitygroups`),
      type: "collection",
      href: like(self),
      items,
      offset,
      limit: 1000,
      _links: links,
    },
  },
});

const manyGroups: State = { name: "a datacenter with more groups than a page holds", params: { count: 1001 } };
const named = (id: string, name: string): object => ({
  ...wireGroup({ name: like(name) }, { rules: [] }),
  id: like(id),
});
const secondId = "b3f55c2d-a89e-4008-8213-92e0428e2556";

const list: readonly Exchange[] = [
  exchange(page("groups with their rules", webDatacenter, [wireWebGroup]), async (adapter) => {
    expect(await adapter.listGroups(signal)).toMatchObject([{ rules: "listed", group: observedWebGroup }]);
  }),
  exchange(page("no groups", datacenter(), []), async (adapter) => {
    expect(await adapter.listGroups(signal)).toEqual([]);
  }),
  exchange(
    page("rules as references, without properties", webDatacenterWith({ listRulesDepth: "never" }), [
      wireGroup(
        { name: "web", description: "Public web servers" },
        { rules: [{ id: like(values.ruleId), type: "firewall-rule", href: like(self) }] },
      ),
    ]),
    async (adapter) => {
      expect(await adapter.listGroups(signal)).toMatchObject([{ rules: "not-listed", group: { id: groupId } }]);
    },
  ),
  exchange(
    page("rules as a collection without items", webDatacenter, [
      wireGroup({ name: "web", description: "Public web servers" }),
    ]),
    async (adapter) => {
      expect(await adapter.listGroups(signal)).toMatchObject([{ rules: "not-listed", group: { name: "web" } }]);
    },
  ),
  {
    interactions: [
      page("first page of several", manyGroups, eachLike(named(groupId, "first")), {
        links: { self: link(0), next: link(1000) },
      }),
      page("last page of several", manyGroups, eachLike(named(secondId, "second")), {
        offset: 1,
        links: { prev: link(0), self: link(1) },
      }),
    ],
    play: async (adapter) => {
      const groups = await adapter.listGroups(signal);
      expect(groups.map(({ group }) => group.name)).toEqual(["first", "second"]);
    },
  },
];

const readGroup = (special: string, body: object): Interaction => ({
  description: `datacentersSecuritygroupsFindById: ${special}`,
  state: webDatacenter,
  request: { method: "GET", path: groupPath, query: { depth: "3", pretty: "false" } },
  response: { status: 200, body },
});

const rulesPage: Interaction = {
  description: "datacentersSecuritygroupsRulesGet: rules with their properties",
  state: webDatacenter,
  request: {
    method: "GET",
    path: rulesPath,
    query: { depth: "3", offset: "0", limit: "1000", pretty: "false" },
  },
  response: {
    status: 200,
    body: {
      id: like(`${groupId}/rules`),
      type: "collection",
      href: like(`${self}/${groupId}/rules`),
      items: [wireRule(webRule)],
      offset: integer(0),
      limit: integer(1000),
      _links: { self: like(`${self}/${groupId}/rules`) },
    },
  },
};

const one: readonly Exchange[] = [
  exchange(readGroup("a group with its rules", wireWebGroup), async (adapter) => {
    expect(await adapter.readGroup(groupId, signal)).toMatchObject(observedWebGroup);
  }),
  {
    interactions: [
      readGroup("a group whose rules have no items", wireGroup({ name: "web", description: "Public web servers" })),
      rulesPage,
    ],
    play: async (adapter) => {
      expect(await adapter.readGroup(groupId, signal)).toMatchObject(observedWebGroup);
    },
  },
];

/** Reading groups: the list and its pages, one group, the list of its rules. */
export const readGroups: readonly Exchange[] = [...list, ...one];
