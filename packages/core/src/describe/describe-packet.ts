import type { Packet } from "../model/packet.ts";

/** A packet in a few words for people, without what hardly ever matters: `tcp/22 from 198.51.100.7`. */
export function describePacket(packet: Packet): string {
  const preposition = packet.direction === "ingress" ? "from" : "to";
  const groups = packet.memberOf.map((group) => (group.kind === "group" ? group.id : group.name));
  const member = groups.length === 0 ? "" : `, a member of ${groups.join(" and ")}`;
  return `${describeService(packet)} ${preposition} ${packet.remote}${member}`;
}

function describeService(packet: Packet): string {
  if ("port" in packet) return `${packet.protocol}/${packet.port}`;
  if ("icmp" in packet) return `${packet.protocol}/${packet.icmp.type}.${packet.icmp.code}`;
  return packet.protocol === "unnamed" ? "a protocol without a name" : packet.protocol;
}
