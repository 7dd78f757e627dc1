import { isDeepStrictEqual } from "node:util";
import type { Comparison } from "./comparison.ts";
import { resolveReference } from "./resolve-reference.ts";
import { breakingDifference, harmlessDifference, type Place, type SpecDifference } from "./spec-difference.ts";

/** What changes no data but means something: a default, which tells what leaving a field out does, and deprecation. */
export function compareAnnotations(
  comparison: Comparison,
  place: Place,
  ours: unknown,
  theirs: unknown,
): readonly SpecDifference[] {
  const our = resolveReference(comparison.ours, ours).value;
  const their = resolveReference(comparison.theirs, theirs).value;
  return [
    ...(place.direction === "request"
      ? compareDefaults(comparison, place.where, our["default"], their["default"])
      : []),
    ...compareDeprecation(place.where, our["deprecated"], their["deprecated"]),
  ];
}

function compareDefaults(
  { isTheirsTypesOnly }: Comparison,
  where: string,
  ours: unknown,
  theirs: unknown,
): readonly SpecDifference[] {
  if (isDeepStrictEqual(ours, theirs) || (isTheirsTypesOnly && theirs === undefined)) return [];
  const texts = [describeDefault(ours), describeDefault(theirs)] as const;
  return ours === undefined || theirs === undefined
    ? [harmlessDifference(where, ...texts, "only one document says what leaving it out means")]
    : [breakingDifference(where, ...texts, "leaving it out means something else")];
}

const describeDefault = (value: unknown): string =>
  value === undefined ? "no default" : `default ${JSON.stringify(value)}`;

/** Of a field, a parameter or an operation: it still works, and will go away. */
export const compareDeprecation = (where: string, ours: unknown, theirs: unknown): readonly SpecDifference[] =>
  (ours === true) === (theirs === true)
    ? []
    : [
        harmlessDifference(
          where,
          ours === true ? "deprecated" : "not deprecated",
          theirs === true ? "deprecated" : "not deprecated",
          "works all the same; what is deprecated goes away one day",
        ),
      ];
