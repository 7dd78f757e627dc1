const dot = 46;

/** Reads decimal digits without sign or leading zeros from `start` to `end`; -1 when they are not that or exceed `maximum`. */
export function parseDecimal(text: string, start: number, end: number, maximum: number): number {
  const length = end - start;
  if (length < 1) return -1;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  if (length > 1 && text.charCodeAt(start) === 48) return -1;
  return value > maximum ? -1 : value;
}

/** Four dotted decimal bytes from `start` to `end` as an unsigned 32-bit number; -1 when the text is anything else. */
export function parseIpv4(text: string, start: number, end: number): number {
  let value = 0;
  let byteStart = start;
  let bytes = 0;
  for (let index = start; index <= end; index++) {
    if (index < end && text.charCodeAt(index) !== dot) continue;
    const byte = parseDecimal(text, byteStart, index, 255);
    if (byte < 0) return -1;
    value = value * 256 + byte;
    bytes++;
    byteStart = index + 1;
  }
  return bytes === 4 ? value : -1;
}
