import type { Packet } from "../model/packet.ts";
import type { Direction, IpVersion, Rule } from "../model/rule.ts";
import { buildTraffic } from "./build-traffic.ts";
import { createDecisionDiagram, nothing, type Node } from "./decision-diagram.ts";
import { includesPacket } from "./includes-packet.ts";
import { samplePacket } from "./sample-packet.ts";
import { boxReader, createLayout, directionLevel, versionLevel, type Box } from "./space-layout.ts";
import { describeTraffic } from "./describe-traffic.ts";
import type { TrafficLine } from "./traffic-line.ts";

/** A set of packets, within one space. Two equal sets are the same value: compare with `===`. */
export type Traffic = Node;

/** No packet. */
export const noTraffic: Traffic = nothing;

/**
 * Exact sets of packets for comparing what rules allow.
 *
 * A packet has a direction, an IP version, a protocol with port or ICMP type and code, the address of the other end and the groups that it is
 * a member of, the server's own address, and the sender's MAC address. A rule from a group matches every packet whose other end is a member, whatever its
 * address; so a rule from anywhere covers it, and it covers no rule with addresses.
 */
export interface TrafficSpace {
  /** The packets that at least one of the rules matches. Only for rules that the space was made of, or that begin and end where those do. */
  readonly of: (rules: Iterable<Rule>) => Traffic;
  /** The same for one rule; worked out once. */
  readonly ofRule: (rule: Rule) => Traffic;
  readonly union: (a: Traffic, b: Traffic) => Traffic;
  readonly intersection: (a: Traffic, b: Traffic) => Traffic;
  /** What is in `a` and not in `b`. */
  readonly difference: (a: Traffic, b: Traffic) => Traffic;
  /** Whether every packet of `part` is in `whole`. */
  readonly contains: (whole: Traffic, part: Traffic) => boolean;
  /** Whether a packet is in the set. */
  readonly includes: (traffic: Traffic, packet: Packet) => boolean;
  /** A packet of the set, the plainest that there is; nothing when it is empty. */
  readonly sample: (traffic: Traffic) => Packet | undefined;
  /** The set in few lines, which together are exactly the set; a packet may be in several. In the order of direction, then service. */
  readonly describe: (traffic: Traffic) => readonly TrafficLine[];
  /** The set that a line stands for, a line of this space. */
  readonly ofLine: (line: TrafficLine) => Traffic;
}

/** About as many nodes as comparing two sets of unlike rules takes: a path for each, which is the longer the more there are. */
function expectedNodes(rules: number): number {
  return 1.3 * rules * Math.log2(rules + 1);
}

/** A space for everything that these rules tell apart. What it works out stays in memory until it is given up as a whole. */
export function createTrafficSpace(rules: Iterable<Rule>): TrafficSpace {
  const known = [...rules];
  const layout = createLayout(known);
  const diagram = createDecisionDiagram(expectedNodes(known.length));
  const readBox = boxReader(layout);
  const boxes = new Map<Rule, Box>();
  const ruleSets = new Map<Rule, Traffic>();
  const lineSets = new WeakMap<TrafficLine, Traffic>();

  const boxOf = (rule: Rule): Box => {
    let box = boxes.get(rule);
    if (box === undefined) boxes.set(rule, (box = readBox(rule)));
    return box;
  };

  const of = (rules: Iterable<Rule>): Traffic => {
    const sorted: Record<Direction, Record<IpVersion, Box[]>> = {
      ingress: { IPv4: [], IPv6: [] },
      egress: { IPv4: [], IPv6: [] },
    };
    for (const rule of rules) sorted[rule.direction][rule.ipVersion].push(boxOf(rule));
    const build = (direction: Direction, ipVersion: IpVersion): Node =>
      buildTraffic(sorted[direction][ipVersion], layout, diagram);
    return diagram.make(
      directionLevel,
      diagram.make(versionLevel, build("ingress", "IPv4"), build("ingress", "IPv6")),
      diagram.make(versionLevel, build("egress", "IPv4"), build("egress", "IPv6")),
    );
  };

  return {
    of,
    ofRule(rule) {
      let traffic = ruleSets.get(rule);
      if (traffic === undefined) ruleSets.set(rule, (traffic = of([rule])));
      return traffic;
    },
    union: diagram.union,
    intersection: diagram.intersection,
    difference: diagram.difference,
    contains: (whole, part) => diagram.difference(part, whole) === nothing,
    includes: (traffic, packet) => includesPacket(traffic, packet, layout, diagram),
    sample: (traffic) => (traffic === nothing ? undefined : samplePacket(traffic, layout, diagram)),
    describe(traffic) {
      const described = describeTraffic(traffic, layout, diagram);
      for (const { line, node } of described) lineSets.set(line, node);
      return described.map(({ line }) => line);
    },
    ofLine(line) {
      const traffic = lineSets.get(line);
      if (traffic === undefined) throw new Error("the line is not of this space");
      return traffic;
    },
  };
}
