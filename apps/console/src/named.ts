import {
  describePacket,
  describeRule,
  describeTrafficLine,
  type GroupPlan,
  type Packet,
  type RemoteGroup,
  type Rule,
  type TrafficLine,
} from "@secgroup/core";

/** Names of groups by id. */
export type GroupNames = ReadonlyMap<string, string>;

/** The names of a plan's groups. */
export function namesOf(groups: readonly GroupPlan[]): GroupNames {
  return new Map(groups.flatMap((group) => ("id" in group ? [[group.id, group.name]] : [])));
}

/** A group that rules name as the other end, by its name where it is known. */
export function groupName(group: RemoteGroup, names: GroupNames): string {
  return group.kind === "named-group" ? group.name : (names.get(group.id) ?? group.id);
}

/** A rule in one line. */
export function namedRule(rule: Rule, names: GroupNames): string {
  const { remote } = rule;
  if (remote.kind === "any" || remote.kind === "cidr") return describeRule(rule);
  return describeRule({ ...rule, remote: { kind: "named-group", name: groupName(remote, names) } });
}

/** Traffic in one line, with its direction. */
export function namedTraffic(line: TrafficLine, names: GroupNames): string {
  return `${line.direction} ${describeTrafficLine(line, (group) => groupName(group, names))}`;
}

/** A packet in a few words. */
export function namedPacket(packet: Packet, names: GroupNames): string {
  const memberOf = packet.memberOf.map((group): RemoteGroup => ({
    kind: "named-group",
    name: groupName(group, names),
  }));
  return describePacket({ ...packet, memberOf });
}
