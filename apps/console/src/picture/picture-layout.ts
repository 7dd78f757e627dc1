export interface PictureLabels {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** Characters; a longer label is cut. */
export const longestLabel = 26;

/** Where the cells of a picture are, in CSS pixels from its upper left corner. */
export interface PictureLayout {
  readonly columns: number;
  readonly rows: number;
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
const characterWidth = 7;
const labelGap = 8;
const headHeight = 88;
/** For the label of the last column, which leans to the right. */
const labelRoom = 52;
const smallestCell = 4;
const largestCell = { width: 72, height: 26 };
const mostHeight = 640;

/** Cells as large as fit beside the labels of the rows, from 4 pixels on; labels where they do not touch. A picture of few cells is small. */
export function layPicture(labels: PictureLabels, availableWidth: number): PictureLayout {
  const [columns, rows] = [labels.columns.length, labels.rows.length];
  const longest = Math.max(0, ...labels.rows.map(({ length }) => length));
  const labelWidth = labelGap + characterWidth * Math.min(longestLabel, longest);
  const cellWidth = fit(availableWidth - labelWidth - labelRoom, columns, largestCell.width);
  const cellHeight = fit(mostHeight, rows, largestCell.height);
  return {
    columns,
    rows,
    width: labelWidth + cellWidth * columns + labelRoom,
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
  const [column, row] = [(x - layout.left) / layout.cellWidth, (y - layout.top) / layout.cellHeight].map(Math.floor);
  const isCell = (place: number | undefined, count: number): place is number =>
    place !== undefined && place >= 0 && place < count;
  return isCell(column, layout.columns) && isCell(row, layout.rows) ? { row, column } : undefined;
}

function fit(available: number, count: number, largest: number): number {
  return Math.max(smallestCell, Math.min(largest, Math.floor(available / Math.max(1, count))));
}

function every(count: number, step: number): readonly number[] {
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
