import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

/** A copy of the document with one value changed; `undefined` takes the value away. Throws when there is no such place. */
export function changeDocument(
  document: OpenApiDocument,
  pointer: readonly (string | number)[],
  value: unknown,
): OpenApiDocument {
  const copy = structuredClone(document);
  const last = pointer.at(-1);
  const holder = pointer.slice(0, -1).reduce<unknown>((node, key) => (isHolder(node) ? node[key] : undefined), copy);
  if (last === undefined || !isHolder(holder)) throw new Error(`The document has no ${pointer.join("/")}.`);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const isHolder = (node: unknown): node is Record<string | number, unknown> => typeof node === "object" && node !== null;
