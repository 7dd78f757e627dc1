import type { GroupId, Operation, RuleId } from "@secgroup/core";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { given, integer, like, matching, uuid } from "../matchers.ts";

/** Ids are the examples of the vendor's own schemas where they have one. */
export const values = {
  projectId: "1",
  regionId: "1",
  groupId: "00000000-0000-4000-8000-000000000000",
  otherGroupId: "11111111-1111-4111-8111-111111111111",
  taskId: "d478ae29-dedc-4869-82f0-96104425f565",
  otherTaskId: "8ff0fb32-2f0c-4b5c-9c1e-0ec8d5a1d3b1",
} as const;

export const groupId = values.groupId as GroupId;
export const ruleId = "22222222-2222-4222-8222-222222222222" as RuleId;
export const group = { id: groupId, name: "web" } as const;
export const { signal } = new AbortController();

export const listPath = "/cloud/v1/securitygroups/{projectId}/{regionId}";
export const groupPath = `${listPath}/{groupId}`;
export const instancesPath = `${groupPath}/instances`;
export const createPath = "/cloud/v2/security_groups/{projectId}/{regionId}";
export const changePath = `${createPath}/{groupId}`;
export const tasksPath = "/cloud/v1/tasks";
export const taskPath = `${tasksPath}/{taskId}`;

/** How the tasks are asked for that are under way in the project and region. */
export const openTasksQuery = {
  limit: "1000",
  offset: "0",
  order_by: "asc",
  project_id: given("{projectId}", values),
  region_id: given("{regionId}", values),
  state: ["NEW", "RUNNING"],
};

/** One group with one rule, as the provider is asked to have it. */
export const webRule = {
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 443,
  port_range_max: 443,
  remote_ip_prefix: "203.0.113.0/24",
  description: "https",
} as const;
export const webTags = { old_tag: "1", environment: "development" } as const;
export const webGroup = {
  name: "web",
  description: "Public web servers",
  rules: [webRule],
  tags: webTags,
  readOnlyTags: { owner: "platform" },
} as const;
export const project = (...groups: readonly object[]): State => ({ name: "a project", params: { groups } });
export const webProject: State = project(webGroup);

// An offset without a colon, as the examples of the group's schema have it.
const date = matching(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?\+00:?00`, "2019-06-18T11:56:16+0000");
const stamp = { created_at: date, updated_at: date, revision_number: integer(0) };

const unset = {
  ethertype: "IPv4",
  protocol: null,
  port_range_min: null,
  port_range_max: null,
  remote_ip_prefix: null,
  remote_group_id: null,
  description: "",
};

/** A rule as answers tell it. */
export const wireRule = (rule: object): object => ({
  ...stamp,
  id: uuid(ruleId),
  security_group_id: uuid(groupId),
  ...unset,
  ...rule,
});

/** A group as answers tell it. */
export const wireGroup = (fields: object): object => ({
  ...stamp,
  id: uuid(groupId),
  name: "web",
  description: "Public web servers",
  project_id: integer(1),
  region_id: integer(1),
  region: like("Luxembourg-2"),
  tags_v2: [
    { key: "environment", value: "development", read_only: false },
    { key: "old_tag", value: "1", read_only: false },
    { key: "owner", value: "platform", read_only: true },
  ],
  ...fields,
});

/** What core makes of the web group. */
export const observedWebGroup: object = {
  id: groupId,
  name: "web",
  description: "Public web servers",
  tags: webTags,
  readOnlyTags: { owner: "platform" },
  unreadable: [],
  rules: [
    {
      id: ruleId,
      providerOwned: false,
      rule: {
        direction: "ingress",
        ipVersion: "IPv4",
        protocol: "tcp",
        ports: { from: 443, to: 443 },
        remote: { kind: "cidr", cidr: "203.0.113.0/24" },
        local: { kind: "any" },
        sourceMac: "any",
        description: "https",
      },
    },
  ],
};

/** The answer of a write that starts a task, and of one that has nothing to start. */
export const oneTask: object = { tasks: [like(values.taskId)] };
export const noTask: object = { tasks: [] };

/** An operation that is followed by the task. */
export const followed = (ids: Partial<Operation> = { groupId }): Operation => ({
  cloud: "gcore",
  handles: [values.taskId],
  ...ids,
});

/** One interaction that makes up the whole call. */
export const exchange = (interaction: Interaction, play: Exchange["play"]): Exchange => ({
  interactions: [interaction],
  play,
});
