import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

type Node = Readonly<Record<string, unknown>>;

/**
 * The document with no dot in the name of a query parameter: the comparator takes one in a request, such as that of `filter.status`,
 * for the way into a nested value, and then knows no such parameter. The parameters must stand in their places.
 */
export function withPlainParameters(document: OpenApiDocument): OpenApiDocument {
  const change = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value))
      return value.map((item: unknown) => (key === "parameters" ? plainParameter(item) : change(item)));
    return isNode(value) ? mapValues(value, change) : value;
  };
  // The document has the fields of its type and this changes none of their kinds.
  return change(document) as OpenApiDocument;
}

/** The pact with the same names in its requests. */
export function withPlainQueries(pact: unknown): unknown {
  if (!isNode(pact) || !Array.isArray(pact["interactions"])) return pact;
  return { ...pact, interactions: pact["interactions"].map(plainInteraction) };
}

function plainInteraction(interaction: unknown): unknown {
  if (!isNode(interaction) || !isNode(interaction["request"])) return interaction;
  const { query } = interaction["request"];
  if (!isNode(query)) return interaction;
  const plain = Object.fromEntries(Object.entries(query).map(([name, value]) => [plainName(name), value]));
  return { ...interaction, request: { ...interaction["request"], query: plain } };
}

function plainParameter(parameter: unknown): unknown {
  if (!isNode(parameter) || parameter["in"] !== "query" || typeof parameter["name"] !== "string") return parameter;
  return { ...parameter, name: plainName(parameter["name"]) };
}

const plainName = (name: string): string => name.replaceAll(".", "-");

function mapValues(node: Node, change: (value: unknown, key: string) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value, key)]));
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
