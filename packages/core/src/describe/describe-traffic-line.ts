import type { RemoteGroup } from "../model/packet.ts";
import type { NumberRange, Service } from "../traffic/service-line.ts";
import type { Selection, TrafficLine } from "../traffic/traffic-line.ts";

/** The name to show for a group that rules name as the other end. */
export type NameRemoteGroup = (group: RemoteGroup) => string;

/** Traffic in one line for people, such as `tcp/80, tcp/443 from any but 10.0.0.0/8 (IPv4)`. */
export function describeTrafficLine(line: TrafficLine, nameGroup: NameRemoteGroup = idOrName): string {
  const { direction, ipVersions, services, remotes, memberships, locals, sourceMacs } = line;
  const parts = [
    describeSelection(services, describeService, "any protocol"),
    `${direction === "ingress" ? "from" : "to"} ${describePeers(remotes, memberships, nameGroup)}`,
    ...(locals.kind === "all" ? [] : [`at ${describeSelection(locals, String, "any address")}`]),
    ...(sourceMacs.kind === "all" ? [] : [`mac ${describeSelection(sourceMacs, String, "any MAC address")}`]),
    ...(ipVersions.length > 1 || namesAddresses(remotes) ? [] : [`(${ipVersions.join()})`]),
  ];
  return parts.join(" ");
}

/** Part of a protocol in a word: `tcp/22`, `icmp/8`, `esp`. */
export function describeService(service: Service): string {
  if ("ports" in service) {
    return service.ports === "all" ? service.protocol : `${service.protocol}/${describeRange(service.ports)}`;
  }
  if ("icmp" in service) {
    const { protocol, icmp } = service;
    if (icmp === "all") return protocol;
    if ("types" in icmp) return `${protocol}/${describeRange(icmp.types)}`;
    return `${protocol}/${icmp.type}.${describeRange(icmp.codes)}`;
  }
  return service.protocol === "unnamed" ? "protocols without a name" : service.protocol;
}

function describePeers(
  remotes: Selection<string>,
  memberships: TrafficLine["memberships"],
  nameGroup: NameRemoteGroup,
): string {
  const addresses = describeSelection(remotes, String, "any");
  const members = memberships.flatMap(({ group, isMember }) => (isMember ? [`group:${nameGroup(group)}`] : []));
  const others = memberships.flatMap(({ group, isMember }) => (isMember ? [] : [`group:${nameGroup(group)}`]));
  const within = members.length === 0 ? addresses : members.join(" and ");
  const where = members.length > 0 && remotes.kind !== "all" ? ` at ${addresses}` : "";
  return `${within}${where}${others.length > 0 ? ` but not ${others.join(" or ")}` : ""}`;
}

function describeSelection<Item>(selection: Selection<Item>, words: (item: Item) => string, all: string): string {
  if (selection.kind === "all") return all;
  const items = selection.items.map(words).join(", ");
  return selection.kind === "only" ? items : `${all} but ${items}`;
}

function namesAddresses(remotes: Selection<string>): boolean {
  return remotes.kind === "only";
}

function describeRange({ from, to }: NumberRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

function idOrName(group: RemoteGroup): string {
  return group.kind === "group" ? group.id : group.name;
}
