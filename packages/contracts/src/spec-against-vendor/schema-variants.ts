import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { listOf, type JsonObject } from "./json-object.ts";
import { isAnnotation, resolveReference } from "./resolve-reference.ts";

/** One of the forms that a value may take. */
export interface Variant {
  /** The component that describes it, when it has a name. */
  readonly name: string | undefined;
  /** The JSON type; undefined when any will do. */
  readonly type: string | undefined;
  readonly schema: JsonObject;
}

/** A schema with its choices laid out flat, so that the ways to write one and the same thing become equal. */
export interface SchemaVariants {
  readonly isNullable: boolean;
  readonly variants: readonly Variant[];
}

/** Lays out `$ref`, `anyOf`, `oneOf`, lists of types, and the schemas `true` and `false`. */
export function schemaVariants(document: OpenApiDocument, schema: unknown): SchemaVariants {
  if (schema === false) return { isNullable: false, variants: [] };
  const { name, value } = resolveReference(document, schema);
  const { anyOf, oneOf, ...rest } = value;
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return schemaChoices(document, listOf(choices), rest);
  const types = Array.isArray(value["type"]) ? listOf(value["type"]) : [value["type"]];
  return {
    isNullable: types.includes("null") || types.includes(undefined),
    variants: types
      .filter((type) => type !== "null")
      .map((type) => ({ name, type: typeof type === "string" ? type : undefined, schema: value })),
  };
}

/** Keywords beside a choice hold for each of its forms. */
function schemaChoices(document: OpenApiDocument, choices: readonly unknown[], beside: JsonObject): SchemaVariants {
  const shared = Object.fromEntries(Object.entries(beside).filter(([keyword]) => !isAnnotation(keyword)));
  const parts = choices.map((choice) => schemaVariants(document, choice));
  return {
    isNullable: parts.some(({ isNullable }) => isNullable),
    variants: parts.flatMap(({ variants }) =>
      variants.map((variant) => ({ ...variant, schema: { ...shared, ...variant.schema } })),
    ),
  };
}

/** A form in a word. */
export const describeVariant = ({ name, type }: Variant): string => name ?? type ?? "anything";

/** A schema in a few words. */
export function describeSchema({ isNullable, variants }: SchemaVariants): string {
  const words = variants.map(describeVariant);
  if (isNullable && !words.includes("anything")) words.push("null");
  return words.length === 0 ? "nothing" : words.join(" or ");
}
