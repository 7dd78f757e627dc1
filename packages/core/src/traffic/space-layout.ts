import type { RemoteGroup } from "../model/packet.ts";
import type { Direction, IpVersion, Rule } from "../model/rule.ts";
import type { Position } from "./address-line.ts";
import { createCoordinates, type Coordinates } from "./coordinates.ts";
import type { Interval } from "./interval.ts";
import { intervalOf, lines, wholeLine, type Line } from "./rule-interval.ts";

/** The bits at which a diagram tells the directions and the IP versions apart: 0 for the first of each. */
export const directionLevel = 0;
export const versionLevel = 1;
export const directions: readonly [Direction, Direction] = ["ingress", "egress"];
export const ipVersions: readonly [IpVersion, IpVersion] = ["IPv4", "IPv6"];

/** Where one line's bits are: the first level, and their number. */
export interface LineBits {
  readonly level: number;
  readonly bits: number;
}

/** What a rule says on each of the lines, in their order; nothing where that is all. */
type RuleIntervals = readonly (Interval<Position> | undefined)[];

/** How the packets that some rules tell apart are numbered. */
export interface SpaceLayout {
  /** What each rule that the layout was made of says on the lines. */
  readonly intervals: ReadonlyMap<Rule, RuleIntervals>;
  readonly coordinates: Readonly<Record<IpVersion, Readonly<Record<Line, Coordinates>>>>;
  readonly bits: Readonly<Record<Line, LineBits>>;
  /** Each is a bit of its own, after all lines: whether the other end is a member. */
  readonly groups: readonly RemoteGroup[];
  readonly groupLevel: number;
}

/** What one rule matches, as ranks on each of the `lines`; `to` is the first rank that is not matched. */
export interface Box {
  readonly direction: Direction;
  readonly ipVersion: IpVersion;
  readonly from: readonly number[];
  /** At the end of a line this is the end of what its bits can say, so that all is all. */
  readonly to: readonly number[];
  /** The position of the group that the other end must be a member of. */
  readonly group: number | undefined;
}

export function createLayout(rules: Iterable<Rule>): SpaceLayout {
  const places = { IPv4: noPlaces(), IPv6: noPlaces() };
  const groups = new Map<string, RemoteGroup>();
  const intervals = new Map<Rule, RuleIntervals>();
  for (const rule of rules) {
    const own = lines.map((line) => intervalOf(rule, line));
    intervals.set(rule, own);
    own.forEach((interval, index) => {
      const line = lines[index];
      if (interval !== undefined && line !== undefined) places[rule.ipVersion][line].push(interval.from, interval.to);
    });
    const { remote } = rule;
    if (remote.kind === "group" || remote.kind === "named-group") groups.set(groupKey(remote), remote);
  }
  const coordinates = { IPv4: coordinatesOf("IPv4", places.IPv4), IPv6: coordinatesOf("IPv6", places.IPv6) };
  const bits: Record<Line, LineBits> = { ...noBits };
  let level = versionLevel + 1;
  for (const line of lines) {
    const count = Math.max(coordinates.IPv4[line].count, coordinates.IPv6[line].count);
    bits[line] = { level, bits: Math.ceil(Math.log2(count)) };
    level += bits[line].bits;
  }
  return { intervals, coordinates, bits, groups: [...groups.values()], groupLevel: level };
}

const noBits: Record<Line, LineBits> = {
  service: { level: 0, bits: 0 },
  remote: { level: 0, bits: 0 },
  local: { level: 0, bits: 0 },
  sourceMac: { level: 0, bits: 0 },
};

/** Turns rules into boxes. Their ends must be among those of the rules that the layout was made of. */
export function boxReader({ intervals, coordinates, bits, groups }: SpaceLayout): (rule: Rule) => Box {
  const positions = new Map(groups.map((group, index) => [groupKey(group), index]));
  return (rule) => {
    const { direction, ipVersion, remote } = rule;
    const from: number[] = [];
    const to: number[] = [];
    const known = intervals.get(rule);
    for (const [index, line] of lines.entries()) {
      const { count, rankOf } = coordinates[ipVersion][line];
      const interval = known ? known[index] : intervalOf(rule, line);
      const end = interval === undefined ? count : rankOf(interval.to);
      from.push(interval === undefined ? 0 : rankOf(interval.from));
      to.push(end === count ? 2 ** bits[line].bits : end);
    }
    const isGroup = remote.kind === "group" || remote.kind === "named-group";
    return { direction, ipVersion, from, to, group: isGroup ? positions.get(groupKey(remote)) : undefined };
  };
}

/** Equal for equal groups. */
export function groupKey(group: RemoteGroup): string {
  return group.kind === "group" ? `id ${group.id}` : `name ${group.name}`;
}

type LinePlaces = Record<Line, Position[]>;

function noPlaces(): LinePlaces {
  return { service: [], remote: [], local: [], sourceMac: [] };
}

function coordinatesOf(ipVersion: IpVersion, places: LinePlaces): Readonly<Record<Line, Coordinates>> {
  const of = (line: Line): Coordinates => createCoordinates(wholeLine(ipVersion, line), places[line]);
  return { service: of("service"), remote: of("remote"), local: of("local"), sourceMac: of("sourceMac") };
}
