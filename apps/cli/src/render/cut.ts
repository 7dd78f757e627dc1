/** A text in so many characters at most; what is left out is a `…`. */
export function cutText(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** What is said in place of the rest of a list. */
export function more(number: number, noun: string = ""): string {
  return `… and ${number} more${noun === "" ? "" : ` ${noun}`} (--json has all)`;
}

/** The first of a list, and in place of the others a line that says how many; a list that is one too long is left whole. */
export function cutList<Item>(
  items: readonly Item[],
  most: number,
): { readonly shown: readonly Item[]; readonly left: number } {
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  return { shown, left: items.length - shown.length };
}
