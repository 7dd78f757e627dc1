import {
  describePacket,
  describeRule,
  describeTrafficLine,
  type Packet,
  type RemoteGroup,
  type Rule,
  type TrafficLine,
} from "@secgroup/core";
import type { ReportTarget } from "./report.ts";

/** Names of groups by id. */
export type GroupNames = ReadonlyMap<string, string>;

/** The names of a target's groups, those that the document does not name too. */
export function namesOn({ plan, undeclared }: ReportTarget): GroupNames {
  const standing = plan.groups.flatMap((group) => ("id" in group ? [group] : []));
  return new Map([...standing, ...undeclared].map(({ id, name }) => [id, name]));
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

/** `1 rule`, `12 rules`. */
export function countedRules(count: number): string {
  return count === 1 ? "1 rule" : `${count} rules`;
}
