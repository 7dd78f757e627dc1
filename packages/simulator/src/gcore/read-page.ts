/** One page as the query asks for it, 10 long by default, with the number of all items on all pages. */
export function readPage<Item>(items: readonly Item[], query: URLSearchParams): { count: number; results: Item[] } {
  const offset = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? 10);
  return { count: items.length, results: items.slice(offset, offset + limit) };
}
