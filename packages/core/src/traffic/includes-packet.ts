import type { Packet } from "../model/packet.ts";
import { addressPlace, macPlace, type Position } from "./address-line.ts";
import { everything, type DecisionDiagram, type Node } from "./decision-diagram.ts";
import { servicePlace } from "./service-line.ts";
import { lines, type Line } from "./rule-interval.ts";
import { directionLevel, directions, groupKey, ipVersions, versionLevel, type SpaceLayout } from "./space-layout.ts";

/** Whether a set holds a packet. Groups that no rule of the layout names make no difference. */
export function includesPacket(
  traffic: Node,
  packet: Packet,
  layout: SpaceLayout,
  { follow }: DecisionDiagram,
): boolean {
  let node = follow(traffic, directionLevel, packet.direction === directions[0] ? 0 : 1);
  node = follow(node, versionLevel, packet.ipVersion === ipVersions[0] ? 0 : 1);
  for (const line of lines) {
    const { level, bits } = layout.bits[line];
    const rank = layout.coordinates[packet.ipVersion][line].rankOf(placeOn(line, packet));
    for (let index = 0; index < bits; index++) {
      node = follow(node, level + index, ((rank >> (bits - 1 - index)) & 1) === 0 ? 0 : 1);
    }
  }
  const memberOf = new Set(packet.memberOf.map(groupKey));
  layout.groups.forEach((group, index) => {
    node = follow(node, layout.groupLevel + index, memberOf.has(groupKey(group)) ? 1 : 0);
  });
  return node === everything;
}

function placeOn(line: Line, packet: Packet): Position {
  switch (line) {
    case "service":
      return servicePlace(packet);
    case "remote":
    case "local":
      return addressPlace(packet[line]);
    case "sourceMac":
      return macPlace(packet.sourceMac);
  }
}
