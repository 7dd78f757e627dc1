import {
  describePacket,
  describeService,
  describeTrafficLine,
  type Packet,
  type RemoteGroup,
  type Selection,
  type Service,
  type TrafficLine,
} from "@secgroup/core";
import type { GroupNames } from "./describe-rules.ts";

/** A list with more services or addresses than these is cut to the first few. */
const mostItems = 6;
const firstItems = 3;

/** Traffic in one line that people can read, with the names of remote groups where they are known; a long list is cut. */
export function describeTraffic(line: TrafficLine, names: GroupNames): string {
  const { services, remotes, locals } = line;
  const allServices = describeTrafficLine(
    { ...line, services: { kind: "all" }, remotes: cut(remotes), locals: cut(locals) },
    (group) => nameOf(group, names),
  );
  return services.kind === "all" ? allServices : allServices.replace("any protocol", describeServices(services));
}

/** A packet in a few words, with the names of groups where they are known. */
export function describeExample(packet: Packet, names: GroupNames): string {
  const memberOf = packet.memberOf.map((group): RemoteGroup => ({ kind: "named-group", name: nameOf(group, names) }));
  return describePacket({ ...packet, memberOf });
}

function describeServices({ kind, items }: Exclude<Selection<Service>, { readonly kind: "all" }>): string {
  const said = cutItems(items.map(describeService)).join(", ");
  return kind === "only" ? said : `any protocol but ${said}`;
}

function cut(selection: Selection<string>): Selection<string> {
  return selection.kind === "all" ? selection : { ...selection, items: cutItems(selection.items) };
}

function cutItems(items: readonly string[]): readonly string[] {
  return items.length <= mostItems ? items : [...items.slice(0, firstItems), `… and ${items.length - firstItems} more`];
}

function nameOf(group: RemoteGroup, names: GroupNames): string {
  return group.kind === "group" ? (names.get(group.id) ?? group.id) : group.name;
}
