import { parseIpv4 } from "./parse-ipv4.ts";

/** Four unsigned 32-bit words, most significant first. */
export type Ipv6Words = readonly [number, number, number, number];

const dot = 46;
const colon = 58;
const groupCount = 8;

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

// Filled and read within one call; addresses are parsed by the ten thousand.
const groups = new Uint16Array(groupCount);

/** RFC 4291 text up to `end`: eight groups, one `::` at most and for at least one group, an IPv4 tail allowed, no zone. */
export function parseIpv6(text: string, end: number): Ipv6Words | undefined {
  let count = 0;
  let gap = -1;
  let index = 0;
  if (text.charCodeAt(0) === colon) {
    if (text.charCodeAt(1) !== colon) return undefined;
    gap = 0;
    index = 2;
  }
  while (index < end) {
    if (count === groupCount) return undefined;
    const groupStart = index;
    let value = 0;
    let digit = 0;
    while (index < end && (digit = hexDigit(text.charCodeAt(index))) >= 0) {
      value = value * 16 + digit;
      index++;
    }
    if (index < end && text.charCodeAt(index) === dot) {
      const tail = parseIpv4(text, groupStart, end);
      if (tail < 0 || count > groupCount - 2) return undefined;
      groups[count++] = tail >>> 16;
      groups[count++] = tail & 0xffff;
      break;
    }
    if (index === groupStart || index - groupStart > 4) return undefined;
    groups[count++] = value;
    if (index === end) break;
    if (text.charCodeAt(index) !== colon) return undefined;
    index++;
    if (index < end && text.charCodeAt(index) === colon) {
      if (gap >= 0) return undefined;
      gap = count;
      index++;
    } else if (index === end) {
      return undefined;
    }
  }
  if (gap < 0 ? count !== groupCount : count === groupCount) return undefined;
  if (gap >= 0) {
    groups.copyWithin(groupCount - (count - gap), gap, count);
    groups.fill(0, gap, groupCount - (count - gap));
  }
  return [word(0), word(2), word(4), word(6)];
}

function word(at: number): number {
  return ((groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0)) >>> 0;
}
