/** Where the cells of a picture are, in CSS pixels from its upper left corner. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Positions of the columns and rows that have room for their label. */
  readonly labelledColumns: readonly number[];
  readonly labelledRows: readonly number[];
}

const labelHeight = 14;
const labelWidth = 190;
const headHeight = 96;
const smallestCell = 4;
const largestCell = { width: 72, height: 26 };
const mostHeight = 640;

/** Cells as large as fit, from 4 pixels on; labels where they do not touch. A picture of few cells is small. */
export function layPicture(columns: number, rows: number, availableWidth: number): PictureLayout {
  const cellWidth = fit(availableWidth - labelWidth, columns, largestCell.width);
  const cellHeight = fit(mostHeight, rows, largestCell.height);
  return {
    width: labelWidth + cellWidth * columns,
    height: headHeight + cellHeight * rows,
    left: labelWidth,
    top: headHeight,
    cellWidth,
    cellHeight,
    labelledColumns: every(columns, Math.ceil(labelHeight / cellWidth)),
    labelledRows: every(rows, Math.ceil(labelHeight / cellHeight)),
  };
}

/** The cell at a point, or none beside the cells. */
export function cellAt(
  layout: PictureLayout,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly row: number; readonly column: number } | undefined {
  if (x < layout.left || y < layout.top || x >= layout.width || y >= layout.height) return undefined;
  return {
    row: Math.floor((y - layout.top) / layout.cellHeight),
    column: Math.floor((x - layout.left) / layout.cellWidth),
  };
}

function fit(available: number, count: number, largest: number): number {
  return Math.max(smallestCell, Math.min(largest, Math.floor(available / Math.max(1, count))));
}

function every(count: number, step: number): readonly number[] {
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
