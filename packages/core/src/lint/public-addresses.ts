import type { Cidr, IpVersion } from "../model/rule.ts";
import { addressInterval, wholeAddressLine, type Position } from "../traffic/address-line.ts";
import type { Interval } from "../traffic/interval.ts";

/** The blocks that examples are taken from (RFC 5737). */
const documentationBlocks = networks("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");

/**
 * The blocks without public addresses, and without those for examples: special-purpose (RFC 6890), multicast and reserved ones; of
 * IPv6, all but `2000::/3`.
 */
export const privateBlocks: Readonly<Record<IpVersion, readonly Cidr[]>> = {
  IPv4: networks(
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/3",
  ),
  IPv6: networks("::/3", "4000::/2", "8000::/1"),
};

function networks(...texts: readonly string[]): readonly Cidr[] {
  return texts.map((text) => text as Cidr);
}

/** The intervals that the internet's public addresses are in, rising. */
export const publicIntervals: Readonly<Record<IpVersion, readonly Interval<Position>[]>> = {
  IPv4: gapsBetween([...privateBlocks.IPv4, ...documentationBlocks], "IPv4"),
  IPv6: gapsBetween(privateBlocks.IPv6, "IPv6"),
};

function gapsBetween(blocks: readonly string[], ipVersion: IpVersion): readonly Interval<Position>[] {
  const whole = wholeAddressLine[ipVersion];
  const taken = blocks.map(addressInterval).sort((a, b) => (a.from < b.from ? -1 : 1));
  const starts = [whole.from, ...taken.map(({ to }) => to)];
  const ends = [...taken.map(({ from }) => from), whole.to];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? whole.to;
    return from < to ? [{ from, to }] : [];
  });
}

/** The public intervals, cut at places where something begins or ends. */
export function cutPublicIntervals(ipVersion: IpVersion, places: readonly Position[]): readonly Interval<Position>[] {
  const sorted = [...new Set(places)].sort((a, b) => (a < b ? -1 : 1));
  return publicIntervals[ipVersion].flatMap(({ from, to }) => {
    const cuts = [from, ...sorted.filter((place) => place > from && place < to), to];
    return cuts.slice(1).map((end, index) => ({ from: cuts[index] ?? from, to: end }));
  });
}

export function countAddresses(intervals: readonly Interval<Position>[]): bigint {
  return intervals.reduce((sum, { from, to }) => sum + BigInt(to) - BigInt(from), 0n);
}
