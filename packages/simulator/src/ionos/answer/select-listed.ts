import type { IonosQuirks } from "../ionos-quirks.ts";

/** Names of the query parameters that the vendor's SDKs add to every list. */
export const listParameter: RegExp = /^(filter\..+|orderBy|maxResults)$/;

/** The objects, which come in the order of their creation, in the order in which lists tell them. */
export function inOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  order: IonosQuirks["listOrder"],
): readonly Item[] {
  switch (order) {
    case "oldest-first":
      return items;
    case "newest-first":
      return items.toReversed();
    case "by-id":
      return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** Those that a list tells: in its order, and where the quirk lets a query filter, sort and cut, what is left of them after that. */
export function selectListed<Item extends { readonly id: string; readonly properties: object }>(
  items: readonly Item[],
  { searchParams }: URL,
  { listOrder, listFilters }: IonosQuirks,
): readonly Item[] {
  const ordered = inOrder(items, listOrder);
  if (listFilters !== "honoured") return ordered;
  const textOf = ({ properties }: Item, name: string): string =>
    JSON.stringify(new Map<string, unknown>(Object.entries(properties)).get(name) ?? "")
      .replaceAll('"', "")
      .toLowerCase();
  const filters = [...searchParams].filter(([name]) => name.startsWith("filter."));
  const found = ordered.filter((item) =>
    filters.every(([name, text]) => textOf(item, name.slice("filter.".length)).includes(text.toLowerCase())),
  );
  const key = searchParams.get("orderBy");
  const sorted = key === null ? found : found.toSorted((a, b) => (textOf(a, key) < textOf(b, key) ? -1 : 1));
  return sorted.slice(0, Number(searchParams.get("maxResults") ?? found.length));
}
