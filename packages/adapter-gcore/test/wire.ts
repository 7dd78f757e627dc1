import type { components } from "@secgroup/api-types/gcore";

type Schemas = components["schemas"];

export const groupId = "11111111-0000-4000-8000-000000000000";
const stamp = { created_at: "2019-06-18T11:56:16+0000", updated_at: "2019-06-18T11:57:00+0000", revision_number: 3 };

/** A rule as the platform reports it: any IPv4 traffic in, unless said otherwise. */
export function wireRule(fields: Readonly<Record<string, unknown>> = {}): Schemas["SecurityGroupRuleSerializer"] {
  return {
    ...stamp,
    id: "22222222-0000-4000-8000-000000000000",
    security_group_id: groupId,
    direction: "ingress",
    ethertype: "IPv4",
    protocol: null,
    port_range_min: null,
    port_range_max: null,
    remote_ip_prefix: null,
    remote_group_id: null,
    description: "",
    ...fields,
  };
}

/** A group as the platform reports it, without rules unless said otherwise. */
export function wireGroup(fields: Readonly<Record<string, unknown>> = {}): Schemas["SecurityGroupSerializer"] {
  return {
    ...stamp,
    id: groupId,
    name: "web",
    description: "Public web servers",
    project_id: 1234,
    region_id: 76,
    region: "Luxembourg-2",
    security_group_rules: [],
    tags_v2: [],
    ...fields,
  };
}

/** A task as the platform reports it. */
export function wireTask(
  state: string,
  fields: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id: "task",
    user_id: 1,
    task_type: "update_security_group",
    state,
    created_on: "2026-05-23T05:07:31",
    error: null,
    created_resources: null,
    ...fields,
  };
}
