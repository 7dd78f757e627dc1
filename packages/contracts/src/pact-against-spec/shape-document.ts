import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

type Node = Readonly<Record<string, unknown>>;

/** What becomes of fields that an object's schema does not name and says nothing about. */
export type UnknownFields = "refused" | "allowed";

/**
 * The document with every object schema closed to unknown fields, or opened to them, and every parameter in its place instead of
 * referred to. OpenAPI schemas are open unless they say otherwise, so that a field that no document knows would pass; the
 * comparator closes those of answers by itself, unless they say otherwise.
 */
export function shapeDocument(document: OpenApiDocument, unknownFields: UnknownFields): OpenApiDocument {
  const additionalProperties = unknownFields === "refused" ? false : {};
  const shape = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) {
      return value.map((item: unknown) => shape(key === "parameters" ? resolve(document, item) : item));
    }
    if (!isNode(value) || key === "example" || key === "examples") return value;
    if (key === "schema") return shapeSchema(value, additionalProperties);
    if (key === "schemas") return mapValues(value, (schema) => shapeSchema(schema, additionalProperties));
    return mapValues(value, shape);
  };
  // The document has the fields of its type and this changes none of their kinds.
  return shape(document) as OpenApiDocument;
}

function shapeSchema(value: unknown, additionalProperties: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shapeSchema(item, additionalProperties));
  if (!isNode(value)) return value;
  const shaped = mapValues(value, (content, keyword) => shapeKeyword(content, keyword, additionalProperties));
  return isNode(value["properties"]) && value["additionalProperties"] === undefined
    ? { ...shaped, additionalProperties }
    : shaped;
}

function shapeKeyword(content: unknown, keyword: string, additionalProperties: unknown): unknown {
  switch (keyword) {
    case "properties":
      return isNode(content) ? mapValues(content, (schema) => shapeSchema(schema, additionalProperties)) : content;
    case "items":
    case "anyOf":
    case "oneOf":
    case "additionalProperties":
      return shapeSchema(content, additionalProperties);
    default:
      // Among these are `allOf`, whose parts are closed by what stands around them, and `not`, which forbids the less the more it is closed.
      return content;
  }
}

function resolve(document: OpenApiDocument, value: unknown): unknown {
  if (!isNode(value) || typeof value["$ref"] !== "string") return value;
  const keys = value["$ref"].slice("#/".length).split("/");
  return keys.reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), document);
}

function mapValues(node: Node, change: (value: unknown, key: string) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value, key)]));
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
