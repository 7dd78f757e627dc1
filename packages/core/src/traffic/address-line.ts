import type { Cidr, IpVersion, MacAddress } from "../model/rule.ts";
import { formatNetwork } from "../normalize/format-network.ts";
import type { Ipv6Words } from "../normalize/parse-ipv6.ts";
import { parseNetwork, type ParsedNetwork } from "../normalize/parse-network.ts";
import type { Interval } from "./interval.ts";

/** A place on the line of addresses: a number for IPv4 and MAC addresses, a bigint for IPv6. */
export type Position = number | bigint;

const wordSize = 4_294_967_296n;

/** All addresses of one IP version. */
export const wholeAddressLine: Readonly<Record<IpVersion, Interval<Position>>> = {
  IPv4: { from: 0, to: 2 ** 32 },
  IPv6: { from: 0n, to: 2n ** 128n },
};

export const wholeMacLine: Interval<Position> = { from: 0, to: 2 ** 48 };

/** The place of an address. */
export function addressPlace(address: string): Position {
  return addressInterval(address).from;
}

/** The addresses of a canonical network, or of one address. */
export function addressInterval(cidr: string): Interval<Position> {
  const network = parseNetwork(cidr);
  if (network === undefined) throw new Error(`${cidr} is not a canonical network`);
  if (network.version === 4) {
    return { from: network.address, to: network.address + 2 ** (32 - network.prefixLength) };
  }
  const from = network.address.reduce((sum, word) => sum * wordSize + BigInt(word), 0n);
  return { from, to: from + (1n << BigInt(128 - network.prefixLength)) };
}

/** The place of a MAC address. */
export function macPlace(mac: MacAddress): number {
  return Number.parseInt(mac.replaceAll(":", ""), 16);
}

/** The address at a place, without a prefix length. */
export function addressAt(place: Position): string {
  return networkAt(place, hostPrefix(place)).slice(0, typeof place === "number" ? -3 : -4);
}

export function macAt(place: Position): MacAddress {
  const digits = place.toString(16).padStart(12, "0");
  return digits.replaceAll(/..(?=.)/g, "$&:") as MacAddress;
}

/** An interval in words: a CIDR where it is one, two where it is two, else `first-last`. */
export function describeAddresses({ from, to }: Interval<Position>): readonly string[] {
  const networks: Cidr[] = [];
  for (let place = from; place < to;) {
    if (networks.length === 2) return [`${addressAt(from)}-${addressAt(typeof to === "number" ? to - 1 : to - 1n)}`];
    const [prefixLength, next] = largestNetwork(place, to);
    networks.push(networkAt(place, prefixLength));
    place = next;
  }
  return networks;
}

/** The prefix length of the largest network that begins at a place and does not pass the end, and where it ends. */
function largestNetwork(place: Position, end: Position): readonly [prefixLength: number, next: Position] {
  const bits = hostPrefix(place);
  let [prefixLength, next] = [bits, step(place, 0)];
  for (let free = 1; free <= bits; free++) {
    const after = step(place, free);
    const isAligned = typeof place === "number" ? place % 2 ** free === 0 : BigInt.asUintN(free, place) === 0n;
    if (!isAligned || after > end) break;
    prefixLength = bits - free;
    next = after;
  }
  return [prefixLength, next];
}

function step(place: Position, free: number): Position {
  return typeof place === "number" ? place + 2 ** free : place + (1n << BigInt(free));
}

function hostPrefix(place: Position): number {
  return typeof place === "number" ? 32 : 128;
}

function networkAt(place: Position, prefixLength: number): Cidr {
  return formatNetwork(parsedAt(place, prefixLength));
}

function parsedAt(place: Position, prefixLength: number): ParsedNetwork {
  if (typeof place === "number") return { version: 4, address: place, prefixLength, isCidr: true };
  const word = (index: bigint): number => Number(BigInt.asUintN(32, place >> (32n * index)));
  const address: Ipv6Words = [word(3n), word(2n), word(1n), word(0n)];
  return { version: 6, address, prefixLength, isCidr: true };
}
