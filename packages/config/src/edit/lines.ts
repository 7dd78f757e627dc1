/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends: at its line break, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** The offset before any blanks and line breaks that end there; of all that JavaScript calls white space, YAML knows only these. */
export function skipBlanksBack(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && " \t\r\n".includes(text.charAt(end - 1))) end--;
  return end;
}

/** The lines from one offset to another, whole, with the comments of the same indent that stand directly above them. */
export function wholeLines(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  let start = lineStart(text, from);
  const indent = text.slice(start, from);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  return { start, end: Math.min(lineEnd(text, to) + 1, text.length) };
}

/** The line break that the text uses. */
export function lineBreak(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
