/** Whether a block tells what was printed; a line that is only `…` stands for any number of lines. */
export function isOutput(told: string, printed: string): boolean {
  const lines = printed.trimEnd().split("\n");
  const [first = [], ...pieces] = splitAtGaps(told.trimEnd().split("\n"));
  if (!isAt(lines, first, 0)) return false;
  const last = pieces.pop();
  if (last === undefined) return lines.length === first.length;
  let place = first.length;
  for (const piece of pieces) {
    // The first place that fits leaves most to those behind it.
    while (place + piece.length <= lines.length && !isAt(lines, piece, place)) place += 1;
    place += piece.length;
  }
  return place + last.length <= lines.length && isAt(lines, last, lines.length - last.length);
}

function splitAtGaps(lines: readonly string[]): readonly (readonly string[])[] {
  const gap = lines.findIndex((line) => line.trim() === "…");
  return gap === -1 ? [lines] : [lines.slice(0, gap), ...splitAtGaps(lines.slice(gap + 1))];
}

const isAt = (lines: readonly string[], piece: readonly string[], place: number): boolean =>
  piece.every((line, index) => lines[place + index] === line);
