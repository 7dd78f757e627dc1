import { parseDecimal, parseIpv4 } from "./parse-ipv4.ts";
import { parseIpv6, type Ipv6Words } from "./parse-ipv6.ts";

/** An address or network as numbers, host bits as they were written. */
export type ParsedNetwork =
  | { readonly version: 4; readonly address: number; readonly prefixLength: number; readonly isCidr: boolean }
  | { readonly version: 6; readonly address: Ipv6Words; readonly prefixLength: number; readonly isCidr: boolean };

const slash = 47;
const colon = 58;
/** An IPv6 address with an IPv4 tail and a prefix length. */
const longestText = 49;

/**
 * Reads an IPv4 or IPv6 address or network, strictly: no octal or hexadecimal bytes, no short forms, no zones, no blanks,
 * prefix lengths 0 to 32 or 0 to 128 without leading zeros. `undefined` for any other text.
 */
export function parseNetwork(text: string): ParsedNetwork | undefined {
  if (text.length > longestText) return undefined;
  let end = text.length;
  let isIpv6 = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === colon) isIpv6 = true;
    if (code === slash) {
      end = index;
      break;
    }
  }
  const isCidr = end < text.length;
  const bits = isIpv6 ? 128 : 32;
  const prefixLength = isCidr ? parseDecimal(text, end + 1, text.length, bits) : bits;
  if (prefixLength < 0) return undefined;
  if (isIpv6) {
    const address = parseIpv6(text, end);
    return address && { version: 6, address, prefixLength, isCidr };
  }
  const address = parseIpv4(text, 0, end);
  return address < 0 ? undefined : { version: 4, address, prefixLength, isCidr };
}
