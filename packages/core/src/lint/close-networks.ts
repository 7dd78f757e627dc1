import type { Cidr, IpVersion } from "../model/rule.ts";
import { addressInterval, type Position } from "../traffic/address-line.ts";
import type { Interval } from "../traffic/interval.ts";
import { commonNetwork } from "./common-network.ts";

/** A network with the addresses that it holds. */
export interface Network extends Interval<Position> {
  readonly cidr: Cidr;
  readonly ipVersion: IpVersion;
}

/** The networks, with the smallest one around each two of them where that is not all addresses; each once, and before those around it. */
export function closeNetworks(networks: readonly Cidr[]): readonly Network[] {
  const sorted = sortNetworks(networks);
  // What is around any two of them is around two neighbours.
  const around = sorted.flatMap(({ cidr }, index) => {
    const before = sorted[index - 1];
    return before === undefined ? [] : (commonNetwork(before.cidr, cidr) ?? []);
  });
  return sortNetworks([...networks, ...around]).toReversed();
}

export function readNetwork(cidr: Cidr): Network {
  return { cidr, ipVersion: cidr.includes(":") ? "IPv6" : "IPv4", ...addressInterval(cidr) };
}

/** By IP version, then by first address, then the wider before the narrower; each once. */
function sortNetworks(networks: readonly Cidr[]): readonly Network[] {
  return [...new Set(networks)]
    .map(readNetwork)
    .sort((a, b) => compare(a.ipVersion, b.ipVersion) || compare(a.from, b.from) || compare(b.to, a.to));
}

function compare<Value extends Position | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
