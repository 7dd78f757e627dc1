import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The component that a local reference names. */
export function resolveReference(document: OpenApiDocument, value: unknown): Schema {
  if (!isSchema(value)) return {};
  const { $ref: reference, ...siblings } = value;
  if (typeof reference !== "string") return value;
  const found = reference
    .slice("#/".length)
    .split("/")
    .reduce<unknown>(
      (node, key) => (isSchema(node) ? node[key.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined),
      document,
    );
  if (!isSchema(found)) throw new Error(`The document has no ${reference}.`);
  return { ...resolveReference(document, found), ...siblings };
}

/**
 * A copy without references in which objects take only the properties that are named, so that validation finds unknown fields.
 * The document's own schemas are open, as OpenAPI schemas are unless they say otherwise.
 */
export function closedSchema(document: OpenApiDocument, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => closedSchema(document, item));
  if (!isSchema(value)) return value;
  const schema = resolveReference(document, value);
  const closed: Record<string, unknown> = {};
  for (const [keyword, content] of Object.entries(schema)) closed[keyword] = closedKeyword(document, keyword, content);
  if (isSchema(schema["properties"]) && schema["additionalProperties"] === undefined)
    closed["additionalProperties"] = false;
  return closed;
}

function closedKeyword(document: OpenApiDocument, keyword: string, content: unknown): unknown {
  switch (keyword) {
    case "properties":
      return isSchema(content)
        ? Object.fromEntries(
            Object.entries(content).map(([name, property]) => [name, closedSchema(document, property)]),
          )
        : content;
    case "items":
    case "anyOf":
    case "oneOf":
    case "additionalProperties":
      return closedSchema(document, content);
    default:
      // Among these is `not`: closing what must not match would let through what it forbids.
      return content;
  }
}
