import {
  describeService,
  type CellState,
  type PictureColumn,
  type PictureNetwork,
  type PicturePanel,
  type PictureRow,
  type TrafficPicture,
} from "@secgroup/core";
import { groupName, namedRule, type GroupNames } from "../named.ts";

/** More networks than this are not named one by one. */
const mostNetworks = 4;

export function columnWords({ services, isWhole, restOf }: PictureColumn): string {
  if (isWhole) return "any";
  if (restOf === "any") return "other services";
  if (restOf === undefined) return services.map(describeService).join(", ");
  return `other ${describeService(restOf)}`;
}

export function rowWords(row: PictureRow, names: GroupNames): string {
  if (row.kind === "addresses") return networkWords(row);
  return `members of ${groupName(row.group, names)}`;
}

/** A row for a label, which has no room for what is left out. */
export function shortRowWords(row: PictureRow, names: GroupNames): string {
  const isRest = row.kind === "addresses" && row.network !== "any" && row.but.length > 0;
  return isRest ? `rest of ${row.network}` : rowWords(row, names);
}

/** The network alone, without what is left out of it. */
export function networkWords({ network, but }: PictureNetwork): string {
  if (network !== "any") return network;
  return but.length === 0 ? "any address" : "any other address";
}

/** What is left out of a row's network. */
export function exceptWords({ network, but }: PictureNetwork): string {
  if (but.length === 0 || network === "any") return "";
  return but.length <= mostNetworks ? ` but ${but.join(", ")}` : ` but ${but.length} networks within it`;
}

export function panelWords({ direction, ipVersion, local, sourceMac }: PicturePanel): string {
  const at = local.network === "any" && local.but.length === 0 ? "" : ` at ${networkWords(local)}`;
  return `${direction} ${ipVersion}${at}${sourceMac === "other" ? "" : ` from ${sourceMac}`}`;
}

const stateWords: Readonly<Record<CellState, string>> = {
  refused: "refused, before and after",
  stays: "allowed, before and after",
  opens: "opens: refused now, allowed after the plan",
  closes: "closes: allowed now, refused after the plan",
};

/** What becomes of the packets of a cell, and which rules decide it. */
export interface CellExplanation {
  readonly packets: string;
  readonly state: CellState;
  readonly outcome: string;
  readonly rules: readonly { readonly text: string; readonly stands: "before" | "after" | "always" }[];
}

export function explainCell(
  picture: TrafficPicture,
  panel: PicturePanel,
  position: { readonly row: number; readonly column: number },
  names: GroupNames,
): CellExplanation | undefined {
  const [row, column] = [panel.rows[position.row], panel.columns[position.column]];
  const state = panel.cells[position.row]?.[position.column];
  if (row === undefined || column === undefined || state === undefined) return undefined;
  const preposition = panel.direction === "ingress" ? "from" : "to";
  const except = row.kind === "addresses" ? exceptWords(row) : "";
  return {
    packets: `${columnWords(column)} ${preposition} ${rowWords(row, names)}${except}`,
    state,
    outcome: stateWords[state],
    rules: row.rules.flatMap((index) => {
      const pictured = column.rules.includes(index) ? picture.rules[index] : undefined;
      return pictured ? [{ text: namedRule(pictured.rule, names), stands: pictured.stands }] : [];
    }),
  };
}

/** The first service of a column, for a label that must be short. */
export function shortColumnWords(column: PictureColumn): string {
  if (column.isWhole) return columnWords(column);
  if (column.restOf !== undefined) return column.restOf === "any" ? "other" : `other ${column.restOf.protocol}`;
  const [first, ...rest] = column.services.map(describeService);
  return rest.length === 0 ? (first ?? "") : `${first} …`;
}
