import type { components } from "@secgroup/api-types/ionos";

/** A rule in the vendor's words (schema FirewallruleProperties). */
export type RuleProperties = components["schemas"]["FirewallruleProperties"];
export type GroupProperties = components["schemas"]["SecurityGroupProperties"];

/** Version and dates of an object; times in milliseconds since the epoch. */
export interface Stamp {
  readonly etag: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface RuleState {
  readonly id: string;
  readonly stamp: Stamp;
  /** Every field but the name is there, as null where it was not given. */
  readonly properties: RuleProperties;
}

export interface GroupState {
  readonly id: string;
  readonly stamp: Stamp;
  readonly properties: GroupProperties;
  /** True from when a request on it failed in a way that marks it, until one succeeds. */
  readonly isFailed: boolean;
  readonly rules: ReadonlyMap<string, RuleState>;
}

/** What can be a member of groups. */
export interface NicState {
  readonly id: string;
  readonly stamp: Stamp;
  readonly name: string;
  readonly groupIds: readonly string[];
}

export interface ServerState extends NicState {
  readonly nics: ReadonlyMap<string, NicState>;
}

/** A virtual data center and all in it. Never changed: a change makes a new one that shares what is the same. */
export interface DatacenterState {
  readonly id: string;
  readonly stamp: Stamp;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  /** A /56 block. */
  readonly ipv6CidrBlock: string;
  readonly defaultSecurityGroupId: string | null;
  readonly groups: ReadonlyMap<string, GroupState>;
  readonly servers: ReadonlyMap<string, ServerState>;
}

/** A copy of the map with one entry set. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

/** A copy of the map without one entry. */
export function withoutEntry<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

/** The servers and NICs that are members of the group themselves. */
export function membersOf(
  state: DatacenterState,
  groupId: string,
): { readonly servers: readonly ServerState[]; readonly nics: readonly (NicState & { serverId: string })[] } {
  const servers = [...state.servers.values()];
  return {
    servers: servers.filter(({ groupIds }) => groupIds.includes(groupId)),
    nics: servers.flatMap(({ id: serverId, nics }) =>
      [...nics.values()].filter(({ groupIds }) => groupIds.includes(groupId)).map((nic) => ({ ...nic, serverId })),
    ),
  };
}
