import type { Configuration } from "@secgroup/config";
import { lintRules, type ErrorPlace, type Finding } from "@secgroup/core";
import type { GroupNames } from "../render/describe-rules.ts";
import { groupBy } from "./group-by.ts";
import { describeExposure, describeMergeable, describeRedundant } from "./describe-finding.ts";
import type { PlacedFinding, PlacedRule } from "./placed-finding.ts";
import { listSaidGroups, type SaidGroup } from "./said-rules.ts";

/** Everything that there is to say about the rules of a document, in the order of the text. */
export function lintDocument(configuration: Configuration): readonly PlacedFinding[] {
  const names = new Map(configuration.groups.flatMap(({ key, desired }) => (desired.id ? [[desired.id, key]] : [])));
  return listSaidGroups(configuration)
    .flatMap((group) => lintGroup(group, names))
    .sort((a, b) => compare(a.place, b.place));
}

function compare(a: ErrorPlace, b: ErrorPlace): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function lintGroup(group: SaidGroup, names: GroupNames): readonly PlacedFinding[] {
  const findings = lintRules(group.rules.map(({ rule }) => rule));
  const at = (positions: readonly number[]): readonly PlacedRule[] =>
    positions.flatMap((position) => group.rules[position] ?? []).map(({ rule, place }) => ({ rule, place }));
  const placed = (
    { id, level }: Pick<Finding, "id" | "level">,
    rules: readonly PlacedRule[],
    rest: Omit<PlacedFinding, "id" | "level" | "group" | "place" | "rules">,
  ): PlacedFinding => ({ id, level, group: group.key, place: rules[0]?.place ?? group.place, rules, ...rest });

  // What one entry says is one thing to mend, though it be several rules.
  const redundant = groupBy(
    findings.filter((finding) => finding.id === "redundant-rule"),
    ({ rule, coveredBy }) => JSON.stringify([placesOf(at([rule])), placesOf(at(coveredBy))]),
  );
  const mergeable = groupBy(
    findings.filter((finding) => finding.id === "mergeable-rules"),
    ({ rules }) => JSON.stringify(placesOf(at(rules))),
  );
  return [
    ...findings.flatMap((finding) => {
      if (finding.id === "redundant-rule" || finding.id === "mergeable-rules") return [];
      const { lines, example } = finding;
      const rules = at(finding.rules);
      return [placed(finding, rules, { message: describeExposure(finding, rules, names), lines, example })];
    }),
    ...[...redundant.values()].flatMap((same) => {
      const rules = at(same.map(({ rule }) => rule));
      const coveredBy = at([...new Set(same.flatMap((finding) => finding.coveredBy))]);
      return same
        .slice(0, 1)
        .map((first) => placed(first, rules, { message: describeRedundant(rules, coveredBy, names), coveredBy }));
    }),
    ...[...mergeable.values()].flatMap((same) => {
      const rules = at(same.flatMap((finding) => finding.rules));
      const merged = same.flatMap((finding) => finding.merged);
      return same
        .slice(0, 1)
        .map((first) => placed(first, rules, { message: describeMergeable(rules, merged, names), merged }));
    }),
  ];
}

function placesOf(rules: readonly PlacedRule[]): readonly (string | undefined)[] {
  return [...new Set(rules.map(({ place }) => place.path))];
}
