import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { eachLike, integer, like, uuid } from "../matchers.ts";
import {
  exchange,
  groupId,
  groupPath,
  instancesPath,
  listPath,
  observedWebGroup,
  project,
  ruleId,
  signal,
  values,
  webGroup,
  webProject,
  webRule,
  wireGroup,
  wireRule,
} from "./wire.ts";

const wireWebGroup = wireGroup({ security_group_rules: [wireRule(webRule)] });

const page = (special: string, state: State, body: object, offset = 0): Interaction => ({
  description: `SecurityGroupViewSet.get: ${special}`,
  state,
  request: { method: "GET", path: listPath, query: { limit: "1000", offset: String(offset) } },
  response: { status: 200, body },
});

const manyGroups: State = { name: "a project with more groups than a page holds", params: { count: 1001 } };
const named = (id: string, name: string): unknown =>
  eachLike({
    ...wireGroup({ name: like(name), description: like(""), tags_v2: [] }),
    id: uuid(id),
    security_group_rules: [],
  });

const list: readonly Exchange[] = [
  exchange(
    page("groups with their rules and tags", webProject, { count: 1, results: [wireWebGroup] }),
    async (adapter) => {
      expect(await adapter.listGroups(signal)).toMatchObject([{ rules: "listed", group: observedWebGroup }]);
    },
  ),
  exchange(page("no groups", project(), { count: 0, results: [] }), async (adapter) => {
    expect(await adapter.listGroups(signal)).toEqual([]);
  }),
  exchange(page("a group without its rules", webProject, { count: 1, results: [wireGroup({})] }), async (adapter) => {
    expect(await adapter.listGroups(signal)).toMatchObject([{ rules: "not-listed", group: { id: groupId } }]);
  }),
  {
    interactions: [
      page("first page of several", manyGroups, { count: integer(2), results: named(values.groupId, "first") }),
      page("last page of several", manyGroups, { count: integer(2), results: named(values.otherGroupId, "second") }, 1),
    ],
    play: async (adapter) => {
      const groups = await adapter.listGroups(signal);
      expect(groups.map(({ group }) => group.name)).toEqual(["first", "second"]);
    },
  },
];

const read = (special: string, state: State, rules: readonly object[]): Interaction => ({
  description: `SecurityGroupInstanceViewSet.get: ${special}`,
  state,
  request: { method: "GET", path: groupPath },
  response: { status: 200, body: wireGroup({ security_group_rules: rules }) },
});
const withRule = (rule: object): State => project({ ...webGroup, rules: [rule] }, { name: "other", rules: [] });

/** Each field in which a rule can say or not say something, as answers tell it, and what core reads. */
const rules: readonly (readonly [special: string, stored: object, rule: object])[] = [
  [
    "nothing but a direction: all traffic of IPv4",
    { direction: "egress" },
    { direction: "egress", ipVersion: "IPv4", protocol: "any", remote: { kind: "any" } },
  ],
  [
    "ICMP, type and code",
    { direction: "ingress", protocol: "icmp", port_range_min: 8, port_range_max: 0 },
    { protocol: "icmp", icmp: { type: 8, code: 0 } },
  ],
  [
    "ICMPv6, type only",
    { direction: "ingress", ethertype: "IPv6", protocol: "ipv6-icmp", port_range_min: 128 },
    { protocol: "ipv6-icmp", ipVersion: "IPv6", icmp: { type: 128 } },
  ],
  [
    "IPv6 prefix",
    { direction: "ingress", ethertype: "IPv6", protocol: "udp", remote_ip_prefix: "2001:db8::/32" },
    { protocol: "udp", ports: "all", remote: { kind: "cidr", cidr: "2001:db8::/32" } },
  ],
];

const one: readonly Exchange[] = [
  exchange(read("a group with its rules and tags", webProject, [wireRule(webRule)]), async (adapter) => {
    expect(await adapter.readGroup(groupId, signal)).toMatchObject(observedWebGroup);
  }),
  ...rules.map(([special, stored, rule]) =>
    exchange(read(`a rule with ${special}`, withRule(stored), [wireRule(stored)]), async (adapter) => {
      expect(await adapter.readGroup(groupId, signal)).toMatchObject({ rules: [{ id: ruleId, rule }], unreadable: [] });
    }),
  ),
  exchange(
    read("a rule with another group as remote", withRule({ direction: "ingress", remote_group_name: "other" }), [
      wireRule({ direction: "ingress", remote_group_id: uuid(values.otherGroupId) }),
    ]),
    async (adapter) => {
      const remote = { kind: "group", id: values.otherGroupId };
      expect(await adapter.readGroup(groupId, signal)).toMatchObject({ rules: [{ rule: { remote } }], unreadable: [] });
    },
  ),
];

const instanceId = "33333333-3333-4333-8333-333333333333";
const instances = (special: string, state: State, body: object): Interaction => ({
  description: `SecurityGroupsInstancesView.get: ${special}`,
  state,
  request: { method: "GET", path: instancesPath },
  response: { status: 200, body },
});

const attachments: readonly Exchange[] = [
  exchange(
    instances(
      "an instance that uses the group",
      { name: "a project whose group is used", params: { groups: [webGroup], instance: "bastion" } },
      { count: 1, results: [{ id: uuid(instanceId), name: "bastion", status: like("ACTIVE") }] },
    ),
    async (adapter) => {
      expect(await adapter.readAttachments(groupId, signal)).toEqual([
        { kind: "instance", id: instanceId, name: "bastion" },
      ]);
    },
  ),
  exchange(instances("nothing uses the group", webProject, { count: 0, results: [] }), async (adapter) => {
    expect(await adapter.readAttachments(groupId, signal)).toEqual([]);
  }),
];

/** Reading groups: the list and its pages, one group with every kind of rule, what uses it. */
export const readGroups: readonly Exchange[] = [...list, ...one, ...attachments];
