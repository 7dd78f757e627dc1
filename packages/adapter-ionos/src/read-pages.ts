import type { Collection, Page } from "./answer-schema.ts";
import { unexpected } from "./ionos-error.ts";

/** The most that a rule or group list gives at once by default; it accepts up to 10000 (CloudAPI v6, parameter `limit`). */
const pageLimit = 1000;

/**
 * All items of a list by id, page after page until there are no more or `isEnough` says so; one that is on two pages, because the
 * list moved meanwhile, is kept once.
 *
 * A page's `next` link is taken as a sign only and never called. Throws what `readPage` throws, and `unexpected-response`
 * when a further page brings nothing new.
 */
export async function readPages<T extends { readonly id: string }>(
  readPage: (query: { readonly offset: number; readonly limit: number }) => Promise<Page<T>>,
  isEnough: (found: ReadonlyMap<string, T>) => boolean = () => false,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (let offset = 0; ;) {
    const page = await readPage({ offset, limit: pageLimit });
    const known = found.size;
    for (const item of page.items) found.set(item.id, item);
    if (!hasNext(page) || isEnough(found)) return found;
    if (found.size === known)
      throw unexpected(
        `IONOS Cloud announced more items after the first ${known} of a list, but the next page had none.`,
      );
    offset += page.items.length;
  }
}

/** Whether the list goes on after this page; without links, a full page may have a successor. */
function hasNext({ items, limit, _links: links }: Page<unknown>): boolean {
  return links ? Boolean(links.next) : items.length >= (limit ?? pageLimit);
}

/** The items of an embedded collection, or `undefined` when the answer does not tell all of them. */
export function allItems<T>({ items, offset, limit, _links: links }: Collection<T>): readonly T[] | undefined {
  if (!items || offset || links?.next) return undefined;
  const mayGoOn = !links && typeof limit === "number" && items.length >= limit;
  return mayGoOn ? undefined : items;
}
