import type { components } from "@secgroup/api-types/ionos";

export interface Page<Item> {
  readonly items: Item[];
  readonly offset: number;
  readonly limit: number;
  readonly _links: components["schemas"]["PaginationLinks"];
}

/** One page of a list, with links to its neighbours that keep the rest of the query. */
export function writePage<Value, Item>(
  values: readonly Value[],
  { offset = 0, limit = 1000 }: { readonly offset?: number; readonly limit?: number },
  url: URL,
  write: (value: Value) => Item,
): Page<Item> {
  const link = (start: number): string => {
    const neighbour = new URL(url);
    neighbour.searchParams.set("offset", String(start));
    neighbour.searchParams.set("limit", String(limit));
    return neighbour.href;
  };
  return {
    items: values.slice(offset, offset + limit).map(write),
    offset,
    limit,
    _links: {
      ...(offset > 0 ? { prev: link(Math.max(0, offset - limit)) } : {}),
      self: link(offset),
      ...(offset + limit < values.length ? { next: link(offset + limit) } : {}),
    },
  };
}
