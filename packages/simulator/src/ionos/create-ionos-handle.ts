import { createGroup } from "./default-group.ts";
import { completeRule } from "./rule/complete-rule.ts";
import {
  withEntry,
  type DatacenterState,
  type NicState,
  type RuleProperties,
  type RuleState,
} from "./datacenter-state.ts";
import type { IonosBackend } from "./ionos-backend.ts";
import { withoutGroup } from "./apply-change.ts";
import type { IonosCloud } from "./ionos-handle.ts";

export function createIonosHandle(backend: IonosBackend): Omit<IonosCloud, "refuseNextCall"> {
  const { store, queue } = backend;
  const find = (id: string): DatacenterState => {
    backend.advance();
    const state = store.enforced(id);
    if (state === undefined) throw new Error(`There is no datacenter ${id}: add it with addDatacenter.`);
    return state;
  };
  const findHolder = (holds: "groups" | "servers", id: string): DatacenterState => {
    backend.advance();
    const state = store.all().find((datacenter) => datacenter[holds].has(id));
    if (state === undefined) throw new Error(`No datacenter has ${holds} with the id ${id}.`);
    return state;
  };
  const replace = (state: DatacenterState): void => store.replace(state, backend.now());
  const newMember = (name: string, groupIds: readonly string[]): NicState => ({
    id: backend.newId(),
    stamp: backend.newStamp(),
    name,
    groupIds,
  });

  return {
    addDatacenter({ id = backend.newId(), name }) {
      backend.advance();
      if (store.enforced(id) !== undefined) throw new Error(`There is a datacenter ${id} already.`);
      const ipv6CidrBlock = `2001:db8:${(store.all().length + 1).toString(16)}:100::/56`;
      replace({
        id,
        stamp: backend.newStamp(),
        name,
        description: "",
        version: 1,
        ipv6CidrBlock,
        defaultSecurityGroupId: null,
        groups: new Map(),
        servers: new Map(),
      });
      return id;
    },
    addGroup(datacenterId, { rules, ...properties }) {
      const state = find(datacenterId);
      const group = createGroup(properties, rules, backend);
      replace({ ...state, groups: withEntry(state.groups, group.id, group) });
      return group.id;
    },
    addServer(datacenterId, { name }) {
      const state = find(datacenterId);
      const server = {
        ...newMember(name, state.defaultSecurityGroupId === null ? [] : [state.defaultSecurityGroupId]),
        nics: new Map(),
      };
      replace({ ...state, servers: withEntry(state.servers, server.id, server) });
      return server.id;
    },
    addNic(serverId, { name }) {
      const state = findHolder("servers", serverId);
      const server = state.servers.get(serverId);
      const nic = newMember(name, []);
      if (server)
        replace({
          ...state,
          servers: withEntry(state.servers, serverId, { ...server, nics: withEntry(server.nics, nic.id, nic) }),
        });
      return nic.id;
    },
    attachServer(groupId, serverId) {
      const state = findHolder("servers", serverId);
      const server = state.servers.get(serverId);
      if (server === undefined || !state.groups.has(groupId))
        throw new Error(`Server and group must be in one datacenter, but ${groupId} is not in ${state.id}.`);
      replace({
        ...state,
        servers: withEntry(state.servers, serverId, {
          ...server,
          groupIds: [...new Set([...server.groupIds, groupId])],
        }),
      });
    },
    editRules(groupId, edit) {
      const state = findHolder("groups", groupId);
      const group = state.groups.get(groupId);
      if (group === undefined) return;
      const before = [...group.rules.values()];
      const rules = edit(before.map(({ properties }) => ({ ...properties }))).map((edited) =>
        takeRule(before, edited, backend),
      );
      replace({
        ...state,
        groups: withEntry(state.groups, groupId, { ...group, rules: new Map(rules.map((rule) => [rule.id, rule])) }),
      });
    },
    removeGroup: (groupId) => replace(withoutGroup(findHolder("groups", groupId), groupId)),
    groups: (datacenterId) =>
      [...find(datacenterId).groups.values()].map(({ id, properties, rules }) => ({
        id,
        name: properties.name,
        description: properties.description ?? "",
        rules: [...rules.values()].map((rule) => ({ id: rule.id, ...rule.properties })),
      })),
    failNextRequest: (message, how = "at-end") => queue.decideNext({ kind: "fails", message, how }),
    stickNextRequest: () => queue.decideNext({ kind: "sticks" }),
    releaseStuck() {
      backend.advance();
      queue.releaseStuck(backend.now());
    },
    holdRequests(held) {
      backend.advance();
      queue.hold(held, backend.now());
    },
  };
}

/** Takes the rule that equals the edited one, name included, out of those that are left; else makes a new one. */
function takeRule(left: RuleState[], edited: RuleProperties, backend: IonosBackend): RuleState {
  const properties = completeRule(edited);
  const index = left.findIndex((rule) => JSON.stringify(rule.properties) === JSON.stringify(properties));
  return left.splice(index, index < 0 ? 0 : 1)[0] ?? { id: backend.newId(), stamp: backend.newStamp(), properties };
}
