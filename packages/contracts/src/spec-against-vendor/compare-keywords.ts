import { isDeepStrictEqual } from "node:util";
import type { Comparison } from "./comparison.ts";
import type { JsonObject } from "./json-object.ts";
import { isAnnotation } from "./resolve-reference.ts";
import { harmlessDifference, widthDifference, type Place, type SpecDifference, type Wider } from "./spec-difference.ts";

/** Compared elsewhere, as schemas or as types. */
const structural: ReadonlySet<string> = new Set([
  "additionalProperties",
  "const",
  "contentSchema",
  "enum",
  "items",
  "properties",
  "propertyNames",
  "required",
  "type",
]);

const upperLimits: ReadonlySet<string> = new Set([
  "exclusiveMaximum",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
]);
const lowerLimits: ReadonlySet<string> = new Set([
  "exclusiveMinimum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
]);
const forms: ReadonlySet<string> = new Set([
  "contentEncoding",
  "contentMediaType",
  "format",
  "multipleOf",
  "pattern",
  "uniqueItems",
]);

/**
 * Limits, formats, and every keyword that nothing else looks at, so that none goes unseen. An answer beyond a limit is
 * harmless: readers take any text and number.
 */
export function compareKeywords(
  { isTheirsTypesOnly }: Comparison,
  place: Place,
  ours: JsonObject,
  theirs: JsonObject,
): readonly SpecDifference[] {
  const keywords = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...keywords].flatMap((keyword) => {
    if (isAnnotation(keyword) || structural.has(keyword)) return [];
    const [our, their] = [ours[keyword], theirs[keyword]];
    if (isDeepStrictEqual(our, their) || (isTheirsTypesOnly && their === undefined)) return [];
    const texts = [describeKeyword(keyword, our), describeKeyword(keyword, their)] as const;
    const isLimit = upperLimits.has(keyword) || lowerLimits.has(keyword) || forms.has(keyword);
    return isLimit && place.direction === "answer"
      ? [harmlessDifference(place.where, ...texts, "readers do not check the limits of an answer")]
      : [widthDifference(place, ...texts, widerLimit(keyword, our, their))];
  });
}

const describeKeyword = (keyword: string, value: unknown): string =>
  value === undefined ? `no ${keyword}` : `${keyword} ${typeof value === "string" ? value : JSON.stringify(value)}`;

function widerLimit(keyword: string, ours: unknown, theirs: unknown): Wider {
  if (ours === undefined) return "ours";
  if (theirs === undefined) return "theirs";
  if (typeof ours !== "number" || typeof theirs !== "number") return "both";
  if (upperLimits.has(keyword)) return ours > theirs ? "ours" : "theirs";
  if (lowerLimits.has(keyword)) return ours < theirs ? "ours" : "theirs";
  return "both";
}
