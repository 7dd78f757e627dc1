import type { CellState, PicturePanel } from "@secgroup/core";

/** Whether what is allowed in a cell is not the same before and after. */
export function isChange(state: CellState): boolean {
  return state === "opens" || state === "closes";
}

/** The rows and columns of a panel in which something opens or closes. The panel itself when that leaves nothing out, or nothing over. */
export function onlyChanges(panel: PicturePanel): PicturePanel {
  const { rows, columns, cells } = panel;
  const hasChange = columns.map((_, column) => cells.some((states) => isChange(states[column] ?? "refused")));
  const keptRows = rows.flatMap((_, row) => (cells[row]?.some(isChange) ? [row] : []));
  const keptColumns = columns.flatMap((_, column) => (hasChange[column] ? [column] : []));
  if (keptRows.length === 0 || keptRows.length * keptColumns.length === rows.length * columns.length) return panel;
  const pick = <Item>(items: readonly Item[], kept: readonly number[]): readonly Item[] =>
    items.filter((_, index) => kept.includes(index));
  return {
    ...panel,
    rows: pick(rows, keptRows),
    columns: pick(columns, keptColumns),
    cells: pick(cells, keptRows).map((states) => pick(states, keptColumns)),
  };
}
