import type { CellState, PicturePanel } from "@secgroup/core";
import type { CellPosition } from "./move-cell.ts";
import { isChange } from "./only-changes.ts";
import { longestLabel, type PictureLabels, type PictureLayout } from "./picture-layout.ts";

/** What changes is painted at least this large, over its neighbours, so that nobody overlooks it. */
const smallestChange = 7;
const labelFont = "12px system-ui, sans-serif";

/** Paints the cells of a panel with the colours of the page as they are now, and marks one of them. */
export function paintPicture(
  canvas: HTMLCanvasElement,
  { cells }: PicturePanel,
  layout: PictureLayout,
  labels: PictureLabels,
  marked: CellPosition,
): void {
  const scale = devicePixelRatio;
  const context = canvas.getContext("2d");
  if (context === null) return;
  canvas.width = Math.round(layout.width * scale);
  canvas.height = Math.round(layout.height * scale);
  context.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`);
  const { left, top, cellWidth, cellHeight } = layout;
  const gap = Math.min(cellWidth, cellHeight) >= 8 ? 1 : 0;
  const paint = (row: number, column: number, state: CellState, size: CellSize): void => {
    const x = left + (column + 0.5) * cellWidth - size.width / 2;
    const y = top + (row + 0.5) * cellHeight - size.height / 2;
    context.fillStyle = colour(state);
    context.fillRect(x, y, size.width - gap, size.height - gap);
    if (gap > 0) paintSign(context, state, x + (size.width - gap) / 2, y + (size.height - gap) / 2, colour("sign"));
  };
  const changes: (() => void)[] = [];
  const changeSize = { width: Math.max(cellWidth, smallestChange), height: Math.max(cellHeight, smallestChange) };
  for (const [row, states] of cells.entries()) {
    for (const [column, state] of states.entries()) {
      if (isChange(state)) changes.push(() => paint(row, column, state, changeSize));
      else paint(row, column, state, { width: cellWidth, height: cellHeight });
    }
  }
  for (const paintChange of changes) paintChange();
  context.strokeStyle = colour("text");
  context.lineWidth = 2;
  context.strokeRect(
    left + marked.column * cellWidth,
    top + marked.row * cellHeight,
    cellWidth - gap,
    cellHeight - gap,
  );
  context.font = labelFont;
  context.fillStyle = colour("text");
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const row of layout.labelledRows) {
    context.fillText(short(labels.rows[row]), left - 8, top + (row + 0.5) * cellHeight);
  }
  context.textAlign = "left";
  for (const column of layout.labelledColumns) {
    context.save();
    context.translate(left + (column + 0.5) * cellWidth, top - 8);
    context.rotate(-Math.PI / 3);
    context.fillText(short(labels.columns[column]), 0, 0);
    context.restore();
  }
}

interface CellSize {
  readonly width: number;
  readonly height: number;
}

/** A sign for those to whom two colours look alike. */
function paintSign(context: CanvasRenderingContext2D, state: CellState, x: number, y: number, colour: string): void {
  if (state !== "opens" && state !== "closes") return;
  const half = 3;
  context.fillStyle = colour;
  context.fillRect(x - half, y - 0.75, 2 * half, 1.5);
  if (state === "opens") context.fillRect(x - 0.75, y - half, 1.5, 2 * half);
}

function short(label: string | undefined): string {
  if (label === undefined) return "";
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
}
