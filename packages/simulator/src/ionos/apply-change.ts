import type { Change } from "./change.ts";
import { completeRule } from "./rule/complete-rule.ts";
import {
  withEntry,
  withoutEntry,
  type DatacenterState,
  type GroupState,
  type NicState,
  type Stamp,
} from "./datacenter-state.ts";

/** The state after the change; undefined when something that it names is not there. */
export function applyChange(state: DatacenterState, change: Change): DatacenterState | undefined {
  const next = applyKind(state, change);
  return next && { ...next, version: state.version + 1 };
}

function applyKind(state: DatacenterState, change: Change): DatacenterState | undefined {
  switch (change.kind) {
    case "create-group":
      return withGroup(state, change.group);
    case "update-datacenter":
      return applyToDatacenter(state, change);
    case "attach":
      return attach(state, change);
    case "delete-group":
      return state.groups.has(change.groupId) ? withoutGroup(state, change.groupId) : undefined;
    case "update-group":
    case "create-rule":
    case "update-rule":
    case "delete-rule": {
      const group = state.groups.get(change.groupId);
      const next = group && applyToGroup(group, change);
      return next && withGroup(state, { ...next, isFailed: false });
    }
  }
}

type GroupChange = Extract<Change, { readonly kind: "update-group" | "create-rule" | "update-rule" | "delete-rule" }>;

function applyToGroup(group: GroupState, change: GroupChange): GroupState | undefined {
  switch (change.kind) {
    case "update-group":
      return {
        ...group,
        stamp: restamp(group.stamp, change),
        properties: { ...group.properties, ...change.properties },
        rules: change.rules ? new Map(change.rules.map((rule) => [rule.id, rule])) : group.rules,
      };
    case "create-rule":
      return { ...group, rules: withEntry(group.rules, change.rule.id, change.rule) };
    case "update-rule": {
      const rule = group.rules.get(change.ruleId);
      if (rule === undefined) return undefined;
      const properties = completeRule({ ...rule.properties, ...change.properties });
      return {
        ...group,
        rules: withEntry(group.rules, rule.id, { ...rule, stamp: restamp(rule.stamp, change), properties }),
      };
    }
    case "delete-rule":
      return group.rules.has(change.ruleId) ? { ...group, rules: withoutEntry(group.rules, change.ruleId) } : undefined;
  }
}

const restamp = (stamp: Stamp, { etag, at }: Change): Stamp => ({ ...stamp, etag, modifiedAt: at });

export const withGroup = (state: DatacenterState, group: GroupState): DatacenterState => ({
  ...state,
  groups: withEntry(state.groups, group.id, group),
});

/** The datacenter without a group, which is then nobody's default either. */
export function withoutGroup(state: DatacenterState, groupId: string): DatacenterState {
  // Members may go on naming the group: it is in no answer any more, and ids do not come back.
  const { defaultSecurityGroupId } = state;
  return {
    ...state,
    defaultSecurityGroupId: defaultSecurityGroupId === groupId ? null : defaultSecurityGroupId,
    groups: withoutEntry(state.groups, groupId),
  };
}

function applyToDatacenter(
  state: DatacenterState,
  change: Extract<Change, { readonly kind: "update-datacenter" }>,
): DatacenterState | undefined {
  const { properties, defaultGroup } = change;
  if (properties.defaultSecurityGroupId && !state.groups.has(properties.defaultSecurityGroupId)) return undefined;
  const next = { ...state, ...properties, stamp: restamp(state.stamp, change) };
  if (defaultGroup !== undefined && state.defaultSecurityGroupId === null)
    return withGroup({ ...next, defaultSecurityGroupId: defaultGroup.id }, defaultGroup);
  return change.movesMembers === true ? moveMembers(next, state.defaultSecurityGroupId) : next;
}

function moveMembers(state: DatacenterState, from: string | null): DatacenterState {
  const to = state.defaultSecurityGroupId;
  if (from === null || to === null) return state;
  const servers = [...state.servers.values()].map((server) => ({
    ...server,
    groupIds: [...new Set(server.groupIds.map((id) => (id === from ? to : id)))],
  }));
  return { ...state, servers: new Map(servers.map((server) => [server.id, server])) };
}

function attach(
  state: DatacenterState,
  change: Extract<Change, { readonly kind: "attach" }>,
): DatacenterState | undefined {
  const { serverId, nicId, groupIds } = change;
  const server = state.servers.get(serverId);
  if (server === undefined || groupIds.some((id) => !state.groups.has(id))) return undefined;
  const attached = <Member extends NicState>(member: Member): Member => ({
    ...member,
    stamp: restamp(member.stamp, change),
    groupIds,
  });
  if (nicId === undefined) return { ...state, servers: withEntry(state.servers, serverId, attached(server)) };
  const nic = server.nics.get(nicId);
  return (
    nic && {
      ...state,
      servers: withEntry(state.servers, serverId, { ...server, nics: withEntry(server.nics, nicId, attached(nic)) }),
    }
  );
}
