// A message is read by people, and what it quotes may be as long as a document.
const [longestBeginning, longestEnd] = [700, 300];

/** The text, or its two ends when it is far too long to be read: the quotation stands first, what is said of it last. */
export function shorten(text: string): string {
  if (text.length <= longestBeginning + longestEnd) return text;
  // Halves of a character that takes two units stay out.
  const beginning = text.slice(0, longestBeginning).replace(/[\uD800-\uDBFF]$/, "");
  return `${beginning}…${text.slice(-longestEnd).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
