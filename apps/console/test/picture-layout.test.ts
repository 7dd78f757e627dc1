import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAt, layPicture, type PictureLabels } from "../src/picture/picture-layout.ts";
import { moveCell } from "../src/picture/move-cell.ts";

const count = fc.integer({ min: 1, max: 300 });

const labels = (columns: number, rows: number, row = "any other address"): PictureLabels => ({
  columns: Array.from({ length: columns }, () => "tcp/22"),
  rows: Array.from({ length: rows }, () => row),
});

describe("a picture's layout", () => {
  it("finds every cell at its own middle and none beside them", () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 200, max: 4000 }),
        fc.nat(),
        fc.nat(),
        (columns, rows, width, a, b) => {
          const layout = layPicture(labels(columns, rows), width);
          const cell = { column: a % columns, row: b % rows };
          const x = layout.left + (cell.column + 0.5) * layout.cellWidth;
          const y = layout.top + (cell.row + 0.5) * layout.cellHeight;
          expect(cellAt(layout, { x, y })).toEqual(cell);
          expect(cellAt(layout, { x: layout.left - 1, y })).toBeUndefined();
          expect(cellAt(layout, { x, y: layout.top - 1 })).toBeUndefined();
          expect(cellAt(layout, { x: layout.left + columns * layout.cellWidth + 1, y })).toBeUndefined();
          expect(cellAt(layout, { x, y: layout.top + rows * layout.cellHeight + 1 })).toBeUndefined();
          expect(Math.min(layout.cellWidth, layout.cellHeight)).toBeGreaterThanOrEqual(4);
          expect(layout.left + columns * layout.cellWidth).toBeLessThanOrEqual(layout.width);
        },
      ),
    );
  });

  it("leaves as much room to the left as the longest label takes, and no more than a cut one does", () => {
    const left = (row: string): number => layPicture(labels(3, 3, row), 1000).left;
    expect(left("10.0.0.0/8")).toBeLessThan(left("192.168.100.0/24"));
    expect(left("a".repeat(27))).toBe(left("a".repeat(26)));
  });

  it("labels every row while there is room, then every other one, and always the first", () => {
    const labelled = [10, 60, 250].map((rows) => layPicture(labels(5, rows), 1000).labelledRows.slice(0, 3));
    expect(labelled).toEqual([
      [0, 1, 2],
      [0, 2, 4],
      [0, 4, 8],
    ]);
  });
});

describe("keys in a picture of three rows and four columns", () => {
  const panel = { rows: Array.from({ length: 3 }), columns: Array.from({ length: 4 }) };
  it.each([
    ["ArrowUp", 0, 1],
    ["ArrowDown", 2, 1],
    ["ArrowLeft", 1, 0],
    ["ArrowRight", 1, 2],
    ["Home", 1, 0],
    ["End", 1, 3],
    ["PageUp", 0, 1],
    ["PageDown", 2, 1],
  ])("%s", (key, row, column) => {
    expect(moveCell(key, { row: 1, column: 1 }, panel)).toEqual({ row, column });
  });

  it("stop at the edges, and leave other keys alone", () => {
    expect(moveCell("ArrowUp", { row: 0, column: 0 }, panel)).toEqual({ row: 0, column: 0 });
    expect(moveCell("ArrowRight", { row: 0, column: 3 }, panel)).toEqual({ row: 0, column: 3 });
    expect(moveCell("Tab", { row: 1, column: 1 }, panel)).toBeUndefined();
  });
});
