import { compareAnnotations } from "./compare-annotations.ts";
import { compareEnums } from "./compare-enums.ts";
import { compareKeywords } from "./compare-keywords.ts";
import { compareProperties } from "./compare-properties.ts";
import type { Comparison } from "./comparison.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { pairVariants } from "./pair-variants.ts";
import { describeSchema, describeVariant, schemaVariants, type Variant } from "./schema-variants.ts";
import { widthDifference, type Place, type SpecDifference } from "./spec-difference.ts";

/** Everything in which two schemas differ that data of that direction can show, and what their annotations announce. */
export function compareSchemas(
  comparison: Comparison,
  place: Place,
  ours: unknown,
  theirs: unknown,
): readonly SpecDifference[] {
  const our = schemaVariants(comparison.ours, ours);
  const their = schemaVariants(comparison.theirs, theirs);
  const { pairs, onlyOurs, onlyTheirs } = pairVariants(our.variants, their.variants);
  const isTyped = [...our.variants, ...their.variants].every(({ type }) => type !== undefined);
  const texts = [describeSchema(our), describeSchema(their)] as const;
  return [
    ...(isTyped && our.isNullable !== their.isNullable
      ? [widthDifference(place, ...texts, our.isNullable ? "ours" : "theirs")]
      : []),
    ...(onlyOurs.length > 0 ? [widthDifference(place, ...texts, "ours")] : []),
    ...(onlyTheirs.length > 0 ? [widthDifference(place, ...texts, "theirs")] : []),
    ...pairs.flatMap(([ours, theirs]) => compareVariants(comparison, place, ours, theirs)),
    ...compareAnnotations(comparison, place, ours, theirs),
  ];
}

function compareVariants(
  comparison: Comparison,
  place: Place,
  ours: Variant,
  theirs: Variant,
): readonly SpecDifference[] {
  if (ours.type !== theirs.type) return compareTypes(comparison, place, ours, theirs);
  if (ours.name !== undefined) {
    const visit = `${place.direction} ${ours.name} ${theirs.name ?? place.where}`;
    if (comparison.visited.has(visit)) return [];
    comparison.visited.add(visit);
  }
  const inner = ours.name === undefined ? place : { ...place, where: `${place.direction} ${ours.name}` };
  return [
    ...compareEnums(comparison, inner, ours.schema, theirs.schema),
    ...compareKeywords(comparison, inner, ours.schema, theirs.schema),
    ...compareProperties(comparison, inner, ours.schema, theirs.schema),
    ...comparePart(comparison, inner, "items", "[]", ours.schema, theirs.schema),
    ...comparePart(comparison, inner, "contentSchema", " content", ours.schema, theirs.schema),
    ...comparePart(comparison, inner, "propertyNames", " keys", ours.schema, theirs.schema),
    ...comparePart(comparison, inner, "additionalProperties", ".*", ours.schema, theirs.schema),
  ];
}

function compareTypes(
  { isTheirsTypesOnly }: Comparison,
  place: Place,
  ours: Variant,
  theirs: Variant,
): readonly SpecDifference[] {
  const texts = [describeVariant(ours), describeVariant(theirs)] as const;
  const types = `${ours.type} ${theirs.type}`;
  // An SDK in a language with one kind of number cannot tell the two apart.
  if (types === "integer number" && isTheirsTypesOnly) return [];
  if (theirs.type === undefined || types === "integer number") return [widthDifference(place, ...texts, "theirs")];
  if (ours.type === undefined || types === "number integer") return [widthDifference(place, ...texts, "ours")];
  return [widthDifference(place, ...texts, "both")];
}

/** A schema inside a schema. Where only one side restricts, the other is compared as "anything", save for open objects. */
function comparePart(
  comparison: Comparison,
  place: Place,
  keyword: string,
  suffix: string,
  ours: JsonObject,
  theirs: JsonObject,
): readonly SpecDifference[] {
  const [our, their] = [ours[keyword], theirs[keyword]];
  // Whether an object is open does not matter beside named fields: those are compared one by one.
  if (!isJsonObject(our) && !isJsonObject(their)) return [];
  if (their === undefined && comparison.isTheirsTypesOnly) return [];
  return compareSchemas(comparison, { ...place, where: place.where + suffix }, our ?? true, their ?? true);
}
