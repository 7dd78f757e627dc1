import { isPlaceholder, type Operation } from "./find-operation.ts";

/** The values in the path by name, decoded, and the names of those that cannot be decoded. */
export function readPathValues(
  operation: Operation,
  path: string,
): { readonly values: Record<string, unknown>; readonly undecodable: readonly string[] } {
  const values: Record<string, unknown> = {};
  const undecodable: string[] = [];
  const segments = path.split("/");
  for (const [index, template] of operation.segments.entries()) {
    if (!isPlaceholder(template)) continue;
    const name = template.slice(1, -1);
    const text = segments[index] ?? "";
    try {
      values[name] = decodeURIComponent(text);
    } catch {
      values[name] = text;
      undecodable.push(name);
    }
  }
  return { values, undecodable };
}

/** The values of the query by name. A repeated parameter is a list where it takes several values, and else counts as its last. */
export function readQueryValues(lists: ReadonlySet<string>, query: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...query.keys()].map((name) => [name, lists.has(name) ? query.getAll(name) : query.getAll(name).at(-1)]),
  );
}
