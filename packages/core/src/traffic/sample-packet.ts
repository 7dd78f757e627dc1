import type { Packet } from "../model/packet.ts";
import type { IpVersion } from "../model/rule.ts";
import { addressAt, addressPlace, macAt, type Position } from "./address-line.ts";
import { nothing, type DecisionDiagram, type Node } from "./decision-diagram.ts";
import { serviceAt, servicePlace } from "./service-line.ts";
import type { Line } from "./rule-interval.ts";
import { directionLevel, directions, ipVersions, versionLevel, type SpaceLayout } from "./space-layout.ts";

/** Addresses of the documentation blocks (RFC 5737, RFC 3849), which are nobody's, then a private one. */
const plainRemotes: Readonly<Record<IpVersion, readonly Position[]>> = {
  IPv4: ["198.51.100.7", "203.0.113.7", "192.0.2.7", "10.0.0.7"].map(addressPlace),
  IPv6: ["2001:db8::7", "2001:db8:1::7", "fd00::7"].map(addressPlace),
};
const plainLocals: Readonly<Record<IpVersion, readonly Position[]>> = {
  IPv4: ["192.0.2.10", "10.0.0.10"].map(addressPlace),
  IPv6: ["2001:db8:2::10", "fd00::10"].map(addressPlace),
};
const plainMacs: readonly Position[] = [0x02_00_00_00_00_01];

/** A packet of a set that is not empty. */
export function samplePacket(traffic: Node, layout: SpaceLayout, diagram: DecisionDiagram): Packet {
  const direction = pick(traffic, directionLevel, diagram);
  const version = pick(direction.node, versionLevel, diagram);
  const ipVersion = ipVersions[version.bit];
  let { node } = version;
  const place = (line: Line, plain: readonly Position[]): Position => {
    const found = placeIn(node, line, ipVersion, plain, layout, diagram);
    node = found.node;
    return found.place;
  };
  const service = place("service", plainServices[ipVersion]);
  const remote = place("remote", plainRemotes[ipVersion]);
  const local = place("local", plainLocals[ipVersion]);
  const sourceMac = place("sourceMac", plainMacs);
  const memberOf = layout.groups.filter((_group, index) => {
    const isMember = pick(node, layout.groupLevel + index, diagram);
    node = isMember.node;
    return isMember.bit === 1;
  });
  return {
    direction: directions[direction.bit],
    ipVersion,
    ...serviceAt(Number(service), ipVersion),
    remote: addressAt(remote),
    memberOf,
    local: addressAt(local),
    sourceMac: macAt(sourceMac),
  };
}

/** The port of HTTPS, then that of SSH. */
const plainServices: Readonly<Record<IpVersion, readonly Position[]>> = {
  IPv4: [443, 22].map((port) => servicePlace({ ipVersion: "IPv4", protocol: "tcp", port })),
  IPv6: [443, 22].map((port) => servicePlace({ ipVersion: "IPv6", protocol: "tcp", port })),
};

/** The 0 side of a bit when it leads anywhere. */
function pick(node: Node, level: number, { follow }: DecisionDiagram): { readonly bit: 0 | 1; readonly node: Node } {
  const zero = follow(node, level, 0);
  return zero === nothing ? { bit: 1, node: follow(node, level, 1) } : { bit: 0, node: zero };
}

/** A place on a line from which the set can be reached: a plain one, or else the first, and what may follow it. */
function placeIn(
  node: Node,
  line: Line,
  ipVersion: IpVersion,
  plain: readonly Position[],
  { bits, coordinates }: SpaceLayout,
  diagram: DecisionDiagram,
): { readonly place: Position; readonly node: Node } {
  const { level, bits: width } = bits[line];
  const { interval, rankOf } = coordinates[ipVersion][line];
  const along = (choose: (node: Node, index: number) => 0 | 1): { readonly rank: number; readonly node: Node } => {
    let rank = 0;
    let reached = node;
    for (let index = 0; index < width; index++) {
      const bit = choose(reached, index);
      rank = rank * 2 + bit;
      reached = diagram.follow(reached, level + index, bit);
    }
    return { rank, node: reached };
  };
  for (const place of plain) {
    const wanted = rankOf(place);
    const found = along((_node, index) => (((wanted >> (width - 1 - index)) & 1) === 0 ? 0 : 1));
    if (found.node !== nothing) return { place, node: found.node };
  }
  const first = along((reached, index) => pick(reached, level + index, diagram).bit);
  return { place: interval({ from: first.rank, to: first.rank + 1 }).from, node: first.node };
}
