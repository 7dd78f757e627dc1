export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell; nothing for a key that is about something else. Home and End are the ends of a row, with the pages those of a column. */
export function moveCell(
  key: string,
  { row, column }: CellPosition,
  { rows, columns }: { readonly rows: readonly unknown[]; readonly columns: readonly unknown[] },
): CellPosition | undefined {
  const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1];
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(0, row - 1), column };
    case "ArrowDown":
      return { row: Math.min(lastRow, row + 1), column };
    case "ArrowLeft":
      return { row, column: Math.max(0, column - 1) };
    case "ArrowRight":
      return { row, column: Math.min(lastColumn, column + 1) };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: lastColumn };
    case "PageUp":
      return { row: 0, column };
    case "PageDown":
      return { row: lastRow, column };
    default:
      return undefined;
  }
}
