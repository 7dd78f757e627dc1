import type { CellState, PicturePanel } from "@secgroup/core";
import type { CellPosition } from "./move-cell.ts";
import type { PictureLayout } from "./picture-layout.ts";

export interface PictureLabels {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** A label longer than this is cut. */
const longestLabel = 26;
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
  for (const [row, states] of cells.entries()) {
    for (const [column, state] of states.entries()) {
      const [x, y] = [left + column * cellWidth, top + row * cellHeight];
      context.fillStyle = colour(state);
      context.fillRect(x, y, cellWidth - gap, cellHeight - gap);
      if (gap > 0) paintSign(context, state, x + (cellWidth - gap) / 2, y + (cellHeight - gap) / 2, colour("sign"));
    }
  }
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
