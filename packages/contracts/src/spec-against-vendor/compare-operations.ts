import { compareAnswers, compareRequestBodies } from "./compare-bodies.ts";
import { compareDeprecation } from "./compare-annotations.ts";
import { compareParameters } from "./compare-parameters.ts";
import type { Comparison } from "./comparison.ts";
import { listOperations, type Operation } from "./list-operations.ts";
import { breakingDifference, harmlessDifference, type SpecDifference } from "./spec-difference.ts";

/**
 * Every operation of ours against the vendor's of the same method and path, names of path parameters aside. Paths that
 * only the vendor has are not looked at, since our documents are a part of the API by intent; methods on paths of ours are.
 */
export function compareOperations(comparison: Comparison): readonly SpecDifference[] {
  const ours = listOperations(comparison.ours);
  const theirs = new Map(listOperations(comparison.theirs).map((operation) => [operation.key, operation]));
  const [keys, paths] = [new Set(ours.map(({ key }) => key)), new Set(ours.map(({ pathKey }) => pathKey))];
  return [
    ...ours.flatMap((our) => {
      const their = theirs.get(our.key);
      return their === undefined
        ? [breakingDifference(our.title, "there", "not there", "the vendor does not document the operation")]
        : compareOperation(comparison, our, their);
    }),
    ...[...theirs.values()]
      .filter(({ key, pathKey }) => paths.has(pathKey) && !keys.has(key))
      .map(({ title }) => harmlessDifference(title, "not there", "there", "we do not use it")),
  ];
}

const compareOperation = (comparison: Comparison, ours: Operation, theirs: Operation): readonly SpecDifference[] => [
  ...compareDeprecation(ours.title, ours.isDeprecated, theirs.isDeprecated),
  ...compareParameters(comparison, ours, theirs),
  ...compareRequestBodies(comparison, ours, theirs),
  ...compareAnswers(comparison, ours, theirs),
];
