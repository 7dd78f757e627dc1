/** What begins a command to a terminal. */
export const escape = "\u001b";

/** The text as it is read, without moves of the cursor. */
export function withoutEscapes(text: string): string {
  return text
    .split(escape)
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d*[A-Za-z]/, "")))
    .join("");
}
