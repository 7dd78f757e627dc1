import { isNetwork } from "../schema-validator.ts";

/** A network as it is stored. */
export interface NetworkPrefix {
  /** With prefix length; IPv6 compressed and in lower case. */
  readonly text: string;
  readonly ethertype: "IPv4" | "IPv6";
  readonly hasHostBits: boolean;
  /** The same with the host bits cleared. */
  readonly masked: string;
}

/** Reads an address or network the way Python's `ip_network` spells it; undefined for anything else. */
export function readNetworkPrefix(text: string): NetworkPrefix | undefined {
  if (!isNetwork(text)) return undefined;
  const [address = "", length] = text.split("/");
  const ethertype = address.includes(":") ? "IPv6" : "IPv4";
  const width = ethertype === "IPv6" ? 128 : 32;
  const prefixLength = length === undefined ? width : Number(length);
  const bits = ethertype === "IPv6" ? readIpv6(address) : readIpv4(address);
  const hostBits = BigInt(width - prefixLength);
  const maskedBits = (bits >> hostBits) << hostBits;
  const format = (value: bigint): string =>
    `${ethertype === "IPv6" ? formatIpv6(value) : formatIpv4(value)}/${prefixLength}`;
  return { text: format(bits), ethertype, hasHostBits: maskedBits !== bits, masked: format(maskedBits) };
}

const readIpv4 = (address: string): bigint =>
  address.split(".").reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);

const formatIpv4 = (bits: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join(".");

function readIpv6(address: string): bigint {
  const [head = [], tail = []] = compress(address)
    .split("::")
    .map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => "0");
  return [...head, ...zeros, ...tail].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

const formatIpv6 = (bits: bigint): string =>
  compress([112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((bits >> shift) & 0xffffn).toString(16)).join(":"));

/** RFC 5952, which URLs use for their host, with an IPv4 tail turned into groups. */
const compress = (address: string): string => new URL(`http://[${address}]/`).hostname.slice(1, -1);
