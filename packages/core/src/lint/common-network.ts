import type { Cidr } from "../model/rule.ts";
import { formatNetwork, maskNetwork } from "../normalize/format-network.ts";
import { parseNetwork, type ParsedNetwork } from "../normalize/parse-network.ts";

/** The smallest network that holds two others of one IP version; nothing when only all addresses do. */
export function commonNetwork(first: Cidr, second: Cidr): Cidr | undefined {
  const [a, b] = [parseNetwork(first), parseNetwork(second)];
  if (a === undefined || b === undefined) throw new Error(`${first} or ${second} is not a canonical network`);
  const prefixLength = Math.min(a.prefixLength, b.prefixLength, equalBits(a, b));
  return prefixLength === 0 ? undefined : formatNetwork(maskNetwork({ ...a, prefixLength }));
}

function equalBits(a: ParsedNetwork, b: ParsedNetwork): number {
  if (a.version === 4 && b.version === 4) return Math.clz32(a.address ^ b.address);
  if (a.version !== 6 || b.version !== 6) return 0;
  const other = b.address;
  const equal = a.address.map((word, index) => Math.clz32(word ^ (other[index] ?? 0)));
  const differing = equal.findIndex((bits) => bits < 32);
  return differing < 0 ? 128 : differing * 32 + (equal[differing] ?? 0);
}
