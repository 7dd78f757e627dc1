import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import { listOf, objectOf, type JsonObject } from "./json-object.ts";
import { describeSchema, schemaVariants } from "./schema-variants.ts";
import {
  breakingDifference,
  harmlessDifference,
  widthDifference,
  type Place,
  type SpecDifference,
} from "./spec-difference.ts";

type Texts = readonly [ours: string, theirs: string];

/** The fields of an object: which there are, which must be there, and what they hold. */
export function compareProperties(
  comparison: Comparison,
  place: Place,
  ours: JsonObject,
  theirs: JsonObject,
): readonly SpecDifference[] {
  const [our, their] = [fieldsOf(ours), fieldsOf(theirs)];
  return [...new Set([...Object.keys(our), ...Object.keys(their)])].flatMap((name) => {
    const inner = { ...place, where: `${place.where}.${name}` };
    const isRequired = listOf(ours["required"]).includes(name);
    const isRequiredByVendor = listOf(theirs["required"]).includes(name);
    const texts: Texts = [
      describeField(comparison.ours, our[name], isRequired),
      describeField(comparison.theirs, their[name], isRequiredByVendor),
    ];
    if (!isThere(our[name])) return isThere(their[name]) ? [theirField(inner, texts, isRequiredByVendor)] : [];
    if (!isThere(their[name])) return [ourField(inner, texts)];
    return [
      ...(isRequired === isRequiredByVendor ? [] : [widthDifference(inner, ...texts, isRequired ? "theirs" : "ours")]),
      ...compareSchemas(comparison, inner, our[name], their[name]),
    ];
  });
}

/** A field that is required without being described may hold anything. */
const fieldsOf = (schema: JsonObject): JsonObject => ({
  ...Object.fromEntries(listOf(schema["required"]).map((name) => [name, true])),
  ...objectOf(schema["properties"]),
});

/** The schema `false` forbids a field by name. */
const isThere = (schema: unknown): boolean => schema !== undefined && schema !== false;

const describeField = (document: Comparison["ours"], schema: unknown, isRequired: boolean): string =>
  isThere(schema)
    ? `${isRequired ? "required" : "optional"} ${describeSchema(schemaVariants(document, schema))}`
    : "not there";

function theirField({ direction, where }: Place, texts: Texts, isRequired: boolean): SpecDifference {
  if (direction === "answer") return harmlessDifference(where, ...texts, "readers skip fields that they do not know");
  return isRequired
    ? breakingDifference(where, ...texts, "the vendor demands a field that we do not send")
    : harmlessDifference(where, ...texts, "the vendor takes more than we send");
}

const ourField = ({ direction, where }: Place, texts: Texts): SpecDifference =>
  breakingDifference(
    where,
    ...texts,
    direction === "request"
      ? "we may send a field that the vendor does not document"
      : "we may read a field that the vendor does not answer",
  );
