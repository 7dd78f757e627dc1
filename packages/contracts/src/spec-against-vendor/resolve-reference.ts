import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { isJsonObject, objectOf, type JsonObject } from "./json-object.ts";

/** Keywords that say nothing about what data may look like. */
const annotations: ReadonlySet<string> = new Set([
  "$comment",
  "default",
  "deprecated",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "summary",
  "title",
  "writeOnly",
  "xml",
]);

export const isAnnotation = (keyword: string): boolean => annotations.has(keyword) || keyword.startsWith("x-");

export interface Resolved {
  /** The component that the reference names, unless keywords beside the reference change its meaning. */
  readonly name: string | undefined;
  readonly value: JsonObject;
}

/**
 * What a reference stands for, together with the keywords beside it; a value without reference as it is.
 * Throws when the reference leaves the document or names nothing in it.
 */
export function resolveReference(document: OpenApiDocument, value: unknown): Resolved {
  const { $ref: reference, ...siblings } = objectOf(value);
  if (typeof reference !== "string") return { name: undefined, value: objectOf(value) };
  const segments = reference.split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const found = segments
    .slice(1)
    .reduce<unknown>((node, segment) => (isJsonObject(node) ? node[segment] : undefined), document);
  if (segments[0] !== "#" || !isJsonObject(found))
    throw new Error(
      `"${document.info.title}" refers to ${reference}, which is not in it; hand in one file that has everything it refers to.`,
    );
  return {
    name: Object.keys(siblings).every(isAnnotation) ? segments.at(-1) : undefined,
    value: { ...resolveReference(document, found).value, ...siblings },
  };
}
