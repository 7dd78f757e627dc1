import { isIPv6 } from "node:net";
import { isNetwork } from "../../schema-validator.ts";
import type { RuleProperties } from "../datacenter-state.ts";

/** The family of an address or CIDR block; undefined for none and for text that is neither. */
export function addressVersion(text: string | null | undefined): NonNullable<RuleProperties["ipVersion"]> | undefined {
  if (text === null || text === undefined || !isNetwork(text)) return undefined;
  return isIPv6(text.split("/")[0] ?? "") ? "IPv6" : "IPv4";
}

/** The block with its host bits cleared, or undefined when it has none set. Takes valid addresses and blocks only. */
export function withoutHostBits(text: string): string | undefined {
  const [address = "", prefix] = text.split("/");
  if (prefix === undefined) return undefined;
  const isV6 = isIPv6(address);
  const width = isV6 ? 16 : 8;
  const groups = isV6 ? readIpv6(address) : address.split(".").map(Number);
  const masked = groups.map((group, index) => {
    const kept = Math.min(width, Math.max(0, Number(prefix) - index * width));
    return group & ~((1 << (width - kept)) - 1);
  });
  if (masked.every((group, index) => group === groups[index])) return undefined;
  return `${isV6 ? canonicalIpv6(masked.map((group) => group.toString(16)).join(":")) : masked.join(".")}/${prefix}`;
}

/** The canonical form of RFC 5952, in which the URL standard writes IPv6 hosts. */
export const canonicalIpv6 = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1);

/** The eight groups of a valid IPv6 address. */
export function readIpv6(address: string): readonly number[] {
  const [head = "", tail] = canonicalIpv6(address).split("::");
  const read = (text: string | undefined): number[] =>
    text ? text.split(":").map((group) => Number.parseInt(group, 16)) : [];
  const [before, after] = [read(head), read(tail)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}
