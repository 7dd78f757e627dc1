import type { Comparison } from "./comparison.ts";
import type { JsonObject } from "./json-object.ts";
import { widthDifference, type Place, type SpecDifference } from "./spec-difference.ts";

/** Values that only one side names, one difference per side. */
export function compareEnums(
  { isTheirsTypesOnly }: Comparison,
  place: Place,
  ours: JsonObject,
  theirs: JsonObject,
): readonly SpecDifference[] {
  const [our, their] = [valuesOf(ours), valuesOf(theirs)];
  if (their === undefined)
    return our === undefined || isTheirsTypesOnly
      ? []
      : [widthDifference(place, `enum of ${describeValues(our)}`, "no enum", "theirs")];
  if (our === undefined) return [widthDifference(place, "no enum", `enum of ${describeValues(their)}`, "ours")];
  const onlyOurs = our.filter((value) => !their.includes(value));
  const onlyTheirs = their.filter((value) => !our.includes(value));
  const [ourWords, theirWords] = [describeValues(onlyOurs), describeValues(onlyTheirs)];
  return [
    ...(onlyOurs.length === 0
      ? []
      : [widthDifference(place, `enum with ${ourWords}`, `enum without ${ourWords}`, "ours")]),
    ...(onlyTheirs.length === 0
      ? []
      : [widthDifference(place, `enum without ${theirWords}`, `enum with ${theirWords}`, "theirs")]),
  ];
}

const describeValues = (values: readonly string[]): string =>
  values.length <= 8 ? values.join(", ") : `${values.slice(0, 7).join(", ")} and ${values.length - 7} more`;

function valuesOf(schema: JsonObject): readonly string[] | undefined {
  if ("const" in schema) return [String(schema["const"])];
  return Array.isArray(schema["enum"]) ? schema["enum"].map(String) : undefined;
}
