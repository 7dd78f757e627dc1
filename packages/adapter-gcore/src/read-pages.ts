import { SecurityGroupError } from "@secgroup/core";
import type { PageAnswer } from "./gcore-answer.ts";
import { unexpectedResponse } from "./gcore-error.ts";

const passes = 3;

/**
 * Every item of a collection, in the order of the pages.
 *
 * Items that come or go between two pages shift all later ones, and a shifted page can hide an item. So a pass counts only when
 * no page moved; else all is read again, three times at most. Throws `unexpected-response` rather than give less than everything.
 */
export async function readPages<Item extends { readonly id: string }>(
  what: string,
  readPage: (offset: number) => Promise<PageAnswer<Item>>,
): Promise<readonly Item[]> {
  for (let pass = 0; pass < passes; pass++) {
    const items = await readPass(what, readPage);
    if (items !== undefined) return items;
  }
  throw new SecurityGroupError(
    "unexpected-response",
    `The list of ${what} changed under every one of ${passes} readings.`,
    {
      hint: "Try again when nobody else is changing it.",
      vendor: { cloud: "gcore" },
      retryable: true,
    },
  );
}

/** One reading from the first page to the last; `undefined` when the collection moved meanwhile. */
async function readPass<Item extends { readonly id: string }>(
  what: string,
  readPage: (offset: number) => Promise<PageAnswer<Item>>,
): Promise<readonly Item[] | undefined> {
  const items = new Map<string, Item>();
  let count: number | undefined;
  do {
    const page = await readPage(items.size);
    count ??= page.count;
    if (page.count !== count) return undefined;
    const before = items.size;
    for (const item of page.results) items.set(item.id, item);
    if (items.size !== before + page.results.length) return undefined;
    if (items.size > count || (items.size < count && page.results.length === 0)) {
      throw unexpectedResponse(`it speaks of ${count} ${what}, but its pages hold ${items.size}`, {}, "count");
    }
  } while (items.size < count);
  return [...items.values()];
}
