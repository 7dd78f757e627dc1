import type { Cidr } from "../model/rule.ts";
import type { ParsedNetwork } from "./parse-address.ts";

type Words = readonly [number, number, number, number];

function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
function formatIpv6(words: Words): string {
  const groups = words.flatMap((word) => [word >>> 16, word & 0xffff]);
  let runStart = -1;
  let runLength = 1;
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > runLength) {
      runStart = start;
      runLength = length;
    }
    start += length;
  }
  const text = (from: number, to?: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(":");
  return runStart < 0 ? text(0) : `${text(0, runStart)}::${text(runStart + runLength)}`;
}

/** The bits of word `index` that belong to the network. */
function wordMask(index: number, prefixLength: number): number {
  const bits = Math.min(32, Math.max(0, prefixLength - index * 32));
  return bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
}

/** The network with its host bits cleared. */
export function maskNetwork(network: ParsedNetwork): ParsedNetwork {
  const { version, words, prefixLength } = network;
  // IPv4 lives in the last word, so its prefix starts there.
  const length = version === 4 ? prefixLength + 96 : prefixLength;
  const masked = (index: 0 | 1 | 2 | 3): number => (words[index] & wordMask(index, length)) >>> 0;
  return { ...network, words: [masked(0), masked(1), masked(2), masked(3)] };
}

/** Whether bits outside the prefix are set. */
export function hasHostBits(network: ParsedNetwork): boolean {
  const masked = maskNetwork(network).words;
  return network.words.some((word, index) => word !== masked[index]);
}

/** Canonical text with the prefix length, host bits as they are. */
export function formatNetwork({ version, words, prefixLength }: ParsedNetwork): Cidr {
  return `${version === 4 ? formatIpv4(words[3]) : formatIpv6(words)}/${prefixLength}` as Cidr;
}
