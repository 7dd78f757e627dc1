/**
 * A text of a document or a cloud as code in Markdown, on one line: nothing in it is markup, a mention or a reference, on GitHub and GitLab
 * alike, which resolve neither in code.
 */
export function inlineCode(text: string): string {
  const shown = showHidden(text);
  const ticks = "`".repeat(longestRun(shown) + 1);
  // One blank on each side is taken off again by whoever reads Markdown.
  return `${ticks} ${shown} ${ticks}`;
}

/** Lines as a block of code, with a fence that no line can close. */
export function codeBlock(lines: readonly string[], language: "diff" | "text"): string {
  const shown = lines.map(showHidden);
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** Something that is shown when it is clicked on. `summary` is the program's own text. */
export function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** Characters that end a line, cannot be seen, or turn the direction of a text, by their numbers. */
function showHidden(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}
