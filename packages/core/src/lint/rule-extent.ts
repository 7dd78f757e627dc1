import type { Direction, IpVersion, Rule } from "../model/rule.ts";
import type { Position } from "../traffic/address-line.ts";
import type { Interval } from "../traffic/interval.ts";
import { intervalOf, wholeLine, type Line } from "../traffic/rule-interval.ts";
import { serviceInterval } from "../traffic/service-line.ts";
import { groupKey } from "../traffic/space-layout.ts";

/** What a rule matches, as one interval of each of a packet's fields. */
export interface Extent {
  readonly direction: Direction;
  readonly ipVersion: IpVersion;
  readonly service: Interval<number>;
  /** All addresses for a group, whose members may have any. */
  readonly remote: Interval<Position>;
  readonly group: string | undefined;
  readonly local: Interval<Position>;
  readonly sourceMac: Interval<Position>;
}

export function extentOf(rule: Rule): Extent {
  const { direction, ipVersion, remote } = rule;
  const on = (line: Line): Interval<Position> => intervalOf(rule, line) ?? wholeLine(ipVersion, line);
  const isGroup = remote.kind === "group" || remote.kind === "named-group";
  return {
    direction,
    ipVersion,
    service: serviceInterval(rule),
    remote: on("remote"),
    group: isGroup ? groupKey(remote) : undefined,
    local: on("local"),
    sourceMac: on("sourceMac"),
  };
}

/** Whether everything that the part matches, the whole matches too. */
export function isWithin(part: Extent, whole: Extent): boolean {
  return (
    part.direction === whole.direction &&
    part.ipVersion === whole.ipVersion &&
    (whole.group === undefined || whole.group === part.group) &&
    holds(whole.service, part.service) &&
    holds(whole.remote, part.remote) &&
    holds(whole.local, part.local) &&
    holds(whole.sourceMac, part.sourceMac)
  );
}

/** Whether there are packets that both match. */
export function meets(a: Extent, b: Extent): boolean {
  return (
    a.direction === b.direction &&
    a.ipVersion === b.ipVersion &&
    overlaps(a.service, b.service) &&
    overlaps(a.remote, b.remote) &&
    overlaps(a.local, b.local) &&
    overlaps(a.sourceMac, b.sourceMac)
  );
}

function overlaps<P extends Position>(a: Interval<P>, b: Interval<P>): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether the second interval lies in the first one. */
export function holds<P extends Position>(whole: Interval<P>, part: Interval<P>): boolean {
  return part.from >= whole.from && part.to <= whole.to;
}

/** The smallest extent that holds two of the same direction, IP version and group. */
export function joinExtents(a: Extent, b: Extent): Extent {
  const { direction, ipVersion, group } = a;
  return {
    direction,
    ipVersion,
    service: join(a.service, b.service),
    remote: join(a.remote, b.remote),
    group,
    local: join(a.local, b.local),
    sourceMac: join(a.sourceMac, b.sourceMac),
  };
}

function join<P extends Position>(a: Interval<P>, b: Interval<P>): Interval<P> {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

/** How much a rule matches, in no unit: what lies within another is narrower, or as wide. */
export function widthOf({ service, remote, local, sourceMac }: Extent): number {
  return sizeOf(service) * sizeOf(remote) * sizeOf(local) * sizeOf(sourceMac);
}

/** Exact: a network's size is a power of two, and what is not a network is small. */
function sizeOf({ from, to }: Interval<Position>): number {
  return typeof from === "bigint" && typeof to === "bigint" ? Number(to - from) : Number(to) - Number(from);
}
