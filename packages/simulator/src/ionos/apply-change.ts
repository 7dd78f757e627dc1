import { completeRule } from "./rule/complete-rule.ts";
import {
  withEntry,
  withoutEntry,
  type DatacenterState,
  type GroupProperties,
  type GroupState,
  type NicState,
  type RuleProperties,
  type RuleState,
  type Stamp,
} from "./datacenter-state.ts";

/** What one accepted write is to do, as data. Fields that are absent from `properties` keep their value. */
export type Change = { readonly etag: string; readonly at: number } & (
  | { readonly kind: "create-group"; readonly group: GroupState }
  | {
      readonly kind: "update-group";
      readonly groupId: string;
      readonly properties: Partial<GroupProperties>;
      /** Given when the rules are replaced as well. */
      readonly rules?: readonly RuleState[] | undefined;
    }
  | { readonly kind: "delete-group"; readonly groupId: string }
  | { readonly kind: "create-rule"; readonly groupId: string; readonly rule: RuleState }
  | {
      readonly kind: "update-rule";
      readonly groupId: string;
      readonly ruleId: string;
      readonly properties: Partial<RuleProperties>;
    }
  | { readonly kind: "delete-rule"; readonly groupId: string; readonly ruleId: string }
  | {
      readonly kind: "attach";
      readonly serverId: string;
      readonly nicId?: string | undefined;
      readonly groupIds: readonly string[];
    }
  | {
      readonly kind: "update-datacenter";
      readonly properties: Partial<Pick<DatacenterState, "name" | "description" | "defaultSecurityGroupId">>;
      /** A predefined group to be made; it becomes the default where there is none. */
      readonly defaultGroup?: GroupState | undefined;
    }
);

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
      return next && withGroup(state, next);
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

const withGroup = (state: DatacenterState, group: GroupState): DatacenterState => ({
  ...state,
  groups: withEntry(state.groups, group.id, group),
});

function withoutGroup(state: DatacenterState, groupId: string): DatacenterState {
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
  if (defaultGroup === undefined || state.defaultSecurityGroupId !== null) return next;
  return withGroup({ ...next, defaultSecurityGroupId: defaultGroup.id }, defaultGroup);
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
