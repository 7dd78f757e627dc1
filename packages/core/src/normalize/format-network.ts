import type { Cidr } from "../model/rule.ts";
import type { Ipv6Words } from "./parse-ipv6.ts";
import type { ParsedNetwork } from "./parse-network.ts";

/** Canonical text with the prefix length, host bits as they are. */
export function formatNetwork(network: ParsedNetwork): Cidr {
  const address = network.version === 4 ? formatIpv4(network.address) : formatIpv6(network.address);
  return `${address}/${network.prefixLength}` as Cidr;
}

function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

function groupOf(words: Ipv6Words, index: number): number {
  const word = words[index >> 1] ?? 0;
  return index % 2 === 0 ? word >>> 16 : word & 0xffff;
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
function formatIpv6(words: Ipv6Words): string {
  let runStart = -1;
  let runLength = 1;
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groupOf(words, start + length) === 0) length++;
    if (length > runLength) {
      runStart = start;
      runLength = length;
    }
    start += length;
  }
  let text = "";
  for (let index = 0; index < 8; index++) {
    if (index === runStart) {
      // The group before has written the first colon of the two.
      text += index === 0 ? "::" : ":";
      index += runLength - 1;
    } else {
      text += groupOf(words, index).toString(16) + (index < 7 ? ":" : "");
    }
  }
  return text;
}

/** The network with its host bits cleared; the same object when none is set. */
export function maskNetwork(network: ParsedNetwork): ParsedNetwork {
  if (network.version === 4) {
    const address = maskWord(network.address, 0, network.prefixLength);
    return address === network.address ? network : { ...network, address };
  }
  const { address, prefixLength } = network;
  const [a, b, c, d] = address;
  const masked: Ipv6Words = [
    maskWord(a, 0, prefixLength),
    maskWord(b, 1, prefixLength),
    maskWord(c, 2, prefixLength),
    maskWord(d, 3, prefixLength),
  ];
  const isSame = masked[0] === a && masked[1] === b && masked[2] === c && masked[3] === d;
  return isSame ? network : { ...network, address: masked };
}

/** The word's bits that belong to the network. */
function maskWord(word: number, index: number, prefixLength: number): number {
  const bits = prefixLength - index * 32;
  if (bits <= 0) return 0;
  return bits >= 32 ? word : (word & (0xffffffff << (32 - bits))) >>> 0;
}

/** Whether bits outside the prefix are set. */
export function hasHostBits(network: ParsedNetwork): boolean {
  return maskNetwork(network) !== network;
}
