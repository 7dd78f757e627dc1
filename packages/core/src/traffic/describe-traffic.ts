import type { IpVersion } from "../model/rule.ts";
import { describeAddresses, macAt, type Position } from "./address-line.ts";
import { nothing, type DecisionDiagram, type Node } from "./decision-diagram.ts";
import type { Interval } from "./interval.ts";
import { findProducts, type Product } from "./find-products.ts";
import { servicesIn } from "./service-line.ts";
import type { Line } from "./rule-interval.ts";
import { directionLevel, directions, ipVersions, versionLevel, type SpaceLayout } from "./space-layout.ts";
import type { Selection, TrafficLine } from "./traffic-line.ts";

/** A line with the set that it stands for. */
export interface DescribedTraffic {
  readonly line: TrafficLine;
  readonly node: Node;
}

/** A set in few lines, which together are exactly the set. */
export function describeTraffic(
  traffic: Node,
  layout: SpaceLayout,
  diagram: DecisionDiagram,
): readonly DescribedTraffic[] {
  const { follow } = diagram;
  return directions.flatMap((direction, directionBit) => {
    const ofDirection = follow(traffic, directionLevel, bitOf(directionBit));
    const described = ipVersions.flatMap((ipVersion, versionBit) => {
      const ofVersion = follow(ofDirection, versionLevel, bitOf(versionBit));
      return findProducts(ofVersion, layout, diagram).map((product): DescribedTraffic => {
        const line: TrafficLine = { direction, ipVersions: [ipVersion], ...wordsFor(product, ipVersion, layout) };
        return { line, node: inPlane(product.node, directionBit, versionBit, diagram) };
      });
    });
    return joinVersions(described, diagram);
  });
}

function bitOf(index: number): 0 | 1 {
  return index === 0 ? 0 : 1;
}

function inPlane(node: Node, directionBit: number, versionBit: number, { make }: DecisionDiagram): Node {
  const ofVersion = versionBit === 0 ? make(versionLevel, node, nothing) : make(versionLevel, nothing, node);
  return directionBit === 0 ? make(directionLevel, ofVersion, nothing) : make(directionLevel, nothing, ofVersion);
}

/** Lines that say the same of both IP versions become one. */
function joinVersions(described: readonly DescribedTraffic[], { union }: DecisionDiagram): readonly DescribedTraffic[] {
  const joined = new Map<string, DescribedTraffic>();
  for (const { line, node } of described) {
    const key = JSON.stringify({ ...line, ipVersions: [] });
    const twin = joined.get(key);
    if (twin === undefined) joined.set(key, { line, node });
    else joined.set(key, { line: { ...line, ipVersions }, node: union(twin.node, node) });
  }
  return [...joined.values()];
}

type LineWords = Omit<TrafficLine, "direction" | "ipVersions">;

function wordsFor({ selected, memberships }: Product, ipVersion: IpVersion, layout: SpaceLayout): LineWords {
  const select = <Item>(line: Line, words: (interval: Interval<Position>) => readonly Item[]): Selection<Item> => {
    const { count, interval } = layout.coordinates[ipVersion][line];
    const ranks = selected[line];
    const rest = complementOf(ranks, count);
    if (rest.length === 0) return { kind: "all" };
    const inWords = (ranges: readonly Interval<number>[]): readonly Item[] =>
      ranges.flatMap((range) => words(interval(range)));
    const only = rest.length < ranks.length ? undefined : inWords(ranks);
    const but = rest.length > ranks.length ? undefined : inWords(rest);
    // Putting ranges into words takes longer than all else, so that the longer list is not made to be thrown away.
    if (only === undefined || (but !== undefined && but.length < only.length))
      return { kind: "all-but", items: but ?? [] };
    return { kind: "only", items: only };
  };
  return {
    services: select("service", ({ from, to }) => servicesIn({ from: Number(from), to: Number(to) }, ipVersion)),
    remotes: select("remote", describeAddresses),
    memberships,
    locals: select("local", describeAddresses),
    sourceMacs: select("sourceMac", describeMacs),
  };
}

function describeMacs({ from, to }: Interval<Position>): readonly string[] {
  const [first, last] = [macAt(from), macAt(Number(to) - 1)];
  return [first === last ? first : `${first}-${last}`];
}

/** What is missing from ordered ranks. */
function complementOf(ranks: readonly Interval<number>[], count: number): readonly Interval<number>[] {
  const gaps: Interval<number>[] = [];
  let end = 0;
  for (const { from, to } of ranks) {
    if (from > end) gaps.push({ from: end, to: from });
    end = to;
  }
  if (end < count) gaps.push({ from: end, to: count });
  return gaps;
}
