import { compareDeprecation } from "./compare-annotations.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import type { Operation, Parameter } from "./list-operations.ts";
import { breakingDifference, harmlessDifference, widthDifference, type SpecDifference } from "./spec-difference.ts";

/** The parameters of one operation, wherever they are sent. */
export function compareParameters(
  comparison: Comparison,
  ours: Operation,
  theirs: Operation,
): readonly SpecDifference[] {
  return [...new Set([...ours.parameters.keys(), ...theirs.parameters.keys()])].flatMap((key) => {
    const [our, their] = [ours.parameters.get(key), theirs.parameters.get(key)];
    const where = `${ours.title} ${(our ?? their)?.label ?? key}`;
    if (our === undefined) return their === undefined ? [] : [theirParameter(where, their)];
    if (their === undefined)
      return [
        breakingDifference(
          where,
          presence(our),
          "not there",
          "we may send a parameter that the vendor does not document",
        ),
      ];
    return compareParameter(comparison, where, our, their);
  });
}

const presence = ({ isRequired }: Parameter): string => (isRequired ? "required" : "optional");

const theirParameter = (where: string, parameter: Parameter): SpecDifference =>
  parameter.isRequired
    ? breakingDifference(where, "not there", "required", "the vendor demands a parameter that we do not send")
    : harmlessDifference(where, "not there", "optional", "the vendor takes more than we send");

function compareParameter(
  comparison: Comparison,
  where: string,
  ours: Parameter,
  theirs: Parameter,
): readonly SpecDifference[] {
  const place = { direction: "request", where } as const;
  return [
    ...(ours.isRequired === theirs.isRequired
      ? []
      : [widthDifference(place, presence(ours), presence(theirs), ours.isRequired ? "theirs" : "ours")]),
    ...(ours.encoding === theirs.encoding ? [] : [widthDifference(place, ours.encoding, theirs.encoding, "both")]),
    ...compareDeprecation(where, ours.isDeprecated, theirs.isDeprecated),
    ...compareSchemas(comparison, place, ours.schema, theirs.schema),
  ];
}
