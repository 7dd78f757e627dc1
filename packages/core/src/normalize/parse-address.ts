/** An address or network as numbers: `high` to `low` are four 32-bit words, of which IPv4 uses only the last. */
export interface ParsedNetwork {
  readonly version: 4 | 6;
  /** Four unsigned 32-bit words, most significant first; the first three are 0 for IPv4. */
  readonly words: readonly [number, number, number, number];
  readonly prefixLength: number;
  /** Whether the text gave a prefix length. */
  readonly isCidr: boolean;
}

const slash = 47;
const dot = 46;
const colon = 58;

/** Reads decimal digits without sign or leading zeros from `start` to `end`; -1 when they are not that or exceed `maximum`. */
function parseDecimal(text: string, start: number, end: number, maximum: number): number {
  const length = end - start;
  if (length < 1 || length > 3) return -1;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  if (length > 1 && text.charCodeAt(start) === 48) return -1;
  return value > maximum ? -1 : value;
}

/** Four dotted decimal bytes as an unsigned 32-bit number; -1 when the text is anything else. */
function parseIpv4(text: string, start: number, end: number): number {
  let value = 0;
  let byteStart = start;
  let bytes = 0;
  for (let index = start; index <= end; index++) {
    if (index < end && text.charCodeAt(index) !== dot) continue;
    const byte = parseDecimal(text, byteStart, index, 255);
    if (byte < 0 || bytes === 4) return -1;
    value = value * 256 + byte;
    bytes++;
    byteStart = index + 1;
  }
  return bytes === 4 ? value : -1;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** RFC 4291 text: eight groups, one `::` at most and for at least one group, an IPv4 tail allowed, no zone. */
function parseIpv6(text: string, end: number): [number, number, number, number] | undefined {
  const groups: number[] = [];
  let gap = -1;
  let index = 0;
  if (text.charCodeAt(0) === colon) {
    if (text.charCodeAt(1) !== colon) return undefined;
    gap = 0;
    index = 2;
  }
  while (index < end) {
    if (groups.length === 8) return undefined;
    const groupStart = index;
    let value = 0;
    let digit = 0;
    while (index < end && (digit = hexDigit(text.charCodeAt(index))) >= 0) {
      value = value * 16 + digit;
      index++;
    }
    if (index < end && text.charCodeAt(index) === dot) {
      const tail = parseIpv4(text, groupStart, end);
      if (tail < 0 || groups.length > 6) return undefined;
      groups.push(tail >>> 16, tail & 0xffff);
      index = end;
      break;
    }
    if (index === groupStart || index - groupStart > 4) return undefined;
    groups.push(value);
    if (index === end) break;
    if (text.charCodeAt(index) !== colon) return undefined;
    index++;
    if (index < end && text.charCodeAt(index) === colon) {
      if (gap >= 0) return undefined;
      gap = groups.length;
      index++;
    } else if (index === end) {
      return undefined;
    }
  }
  if (gap < 0 ? groups.length !== 8 : groups.length > 7) return undefined;
  if (gap >= 0) groups.splice(gap, 0, ...Array.from({ length: 8 - groups.length }, () => 0));
  const word = (at: number): number => ((groups[at] ?? 0) * 65536 + (groups[at + 1] ?? 0)) >>> 0;
  return [word(0), word(2), word(4), word(6)];
}

/**
 * Reads an IPv4 or IPv6 address or network, strictly: no octal or hexadecimal bytes, no short forms, no zones, no blanks,
 * prefix lengths 0 to 32 or 0 to 128 without leading zeros. Host bits are kept; `undefined` for any other text.
 */
export function parseNetwork(text: string): ParsedNetwork | undefined {
  // The longest text is an IPv6 address with an IPv4 tail and a prefix length.
  if (text.length > 49) return undefined;
  let end = text.length;
  let isIpv6 = false;
  let isCidr = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === colon) isIpv6 = true;
    else if (code === slash) {
      end = index;
      isCidr = true;
      break;
    }
  }
  const bits = isIpv6 ? 128 : 32;
  const prefixLength = isCidr ? parseDecimal(text, end + 1, text.length, bits) : bits;
  if (prefixLength < 0) return undefined;
  if (isIpv6) {
    const words = parseIpv6(text, end);
    return words && { version: 6, words, prefixLength, isCidr };
  }
  const value = parseIpv4(text, 0, end);
  return value < 0 ? undefined : { version: 4, words: [0, 0, 0, value], prefixLength, isCidr };
}
