import type { CellState, PicturePanel } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChange, onlyChanges } from "../src/picture/only-changes.ts";

function panelOf(cells: readonly (readonly CellState[])[]): PicturePanel {
  return {
    direction: "ingress",
    ipVersion: "IPv4",
    local: { network: "any", but: [] },
    sourceMac: "other",
    rows: cells.map((_, row) => ({ kind: "addresses", network: "any", but: [], rules: [row] })),
    columns: (cells[0] ?? []).map((_, column) => ({ services: [], rules: [column] })),
    cells,
    rules: [],
  };
}

describe("the part of a picture where something changes", () => {
  it("is the rows and columns with a change, each with its own cells", () => {
    const part = onlyChanges(
      panelOf([
        ["stays", "refused", "opens"],
        ["stays", "stays", "stays"],
        ["closes", "stays", "refused"],
      ]),
    );
    expect(part.cells).toEqual([
      ["stays", "opens"],
      ["closes", "refused"],
    ]);
    expect(part.rows.map(({ rules }) => rules)).toEqual([[0], [2]]);
    expect(part.columns.map(({ rules }) => rules)).toEqual([[0], [2]]);
  });

  it("is the picture itself where nothing changes, or something in every row and column", () => {
    for (const cells of [[["stays", "refused"]], [["opens", "closes"]], []] as const) {
      const panel = panelOf(cells);
      expect(onlyChanges(panel)).toBe(panel);
    }
  });

  it("holds every change", () => {
    const state = fc.constantFrom<CellState[]>("stays", "refused", "opens", "closes");
    const count = ({ cells }: PicturePanel): number => cells.flat().filter(isChange).length;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(6), fc.infiniteStream(state), (columns, rows, states) => {
        const next = (): CellState => states.next().value ?? "stays";
        const panel = panelOf(Array.from({ length: rows }, () => Array.from({ length: columns }, next)));
        expect(count(onlyChanges(panel))).toBe(count(panel));
      }),
    );
  });
});
