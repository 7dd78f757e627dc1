import { noTraffic, type Traffic, type TrafficSpace } from "../traffic/traffic-space.ts";

/** A set with what tells it apart from others, and how much it holds. */
export interface Sized {
  readonly traffic: Traffic;
  readonly width: number;
}

/**
 * The positions of sets without which the others do not hold everything, rising: of what the others hold, the narrower goes before the wider,
 * and of equally wide ones the later before the earlier.
 */
export function findNeeded(sets: readonly Sized[], { union, difference }: TrafficSpace): readonly number[] {
  const order = sets
    .map(({ traffic, width }, index) => ({ traffic, width, index }))
    .sort((a, b) => a.width - b.width || b.index - a.index);
  const later: Traffic[] = [noTraffic];
  for (const { traffic } of order.toReversed()) later.push(union(later.at(-1) ?? noTraffic, traffic));
  let needed = noTraffic;
  const positions: number[] = [];
  for (const { traffic, index } of order) {
    later.pop();
    if (difference(difference(traffic, needed), later.at(-1) ?? noTraffic) === noTraffic) continue;
    needed = union(needed, traffic);
    positions.push(index);
  }
  return positions.sort((a, b) => a - b);
}

/** The positions of few sets that together hold a part: the first that holds it alone, or else the widest that add to it and are all needed. */
export function findCovering(
  part: Traffic,
  sets: readonly Sized[],
  { contains, difference, intersection, union }: TrafficSpace,
): readonly number[] {
  const alone = sets.findIndex(({ traffic }) => contains(traffic, part));
  if (alone >= 0) return [alone];
  const meeting = sets
    .map(({ traffic, width }, index) => ({ traffic: intersection(traffic, part), width, index }))
    .filter(({ traffic }) => traffic !== noTraffic)
    .sort((a, b) => b.width - a.width || a.index - b.index);
  let rest = part;
  let chosen = meeting.filter(({ traffic }) => {
    const before = rest;
    rest = difference(rest, traffic);
    return rest !== before;
  });
  for (const candidate of chosen.toReversed()) {
    const others = chosen.filter((other) => other !== candidate);
    if (others.reduce((sum, { traffic }) => union(sum, traffic), noTraffic) === part) chosen = others;
  }
  return chosen.map(({ index }) => index).sort((a, b) => a - b);
}
