import { describeRule, type ErrorPlace } from "@secgroup/core";
import { createHash } from "node:crypto";
import { findingRules } from "./finding-rules.ts";
import type { PlacedFinding } from "./placed-finding.ts";

/** What a report is made with. */
export interface SarifOptions {
  /** The document, relative to the folder that the report is read in. */
  readonly file: string;
  readonly version: string;
}

/**
 * Findings as a log in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), with what code scanning on GitHub asks for.
 *
 * A result's fingerprint holds its kind, its group and its rules, not its lines, so that it stays the same when the text around it changes.
 */
export function writeSarif(findings: readonly PlacedFinding[], { file, version }: SarifOptions): object {
  const uri = file.split(/[/\\]/).map(encodeURIComponent).join("/");
  const prints = fingerprints(findings);
  const locate = (place: ErrorPlace): object => ({
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: place.line ?? 1, startColumn: place.column ?? 1 },
    },
    ...(place.path !== undefined && { logicalLocations: [{ fullyQualifiedName: place.path }] }),
  });
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "secgroup",
            version,
            semanticVersion: version,
            rules: findingRules.map(({ id, title, help, level, tags }) => ({
              id,
              shortDescription: { text: title },
              fullDescription: { text: help },
              help: { text: help },
              defaultConfiguration: { level },
              properties: { tags },
            })),
          },
        },
        // Columns count UTF-16 code units.
        columnKind: "utf16CodeUnits",
        results: findings.map((finding, index) => ({
          ruleId: finding.id,
          ruleIndex: findingRules.findIndex(({ id }) => id === finding.id),
          level: finding.level,
          message: { text: `${finding.group}: ${finding.message}` },
          locations: [locate(finding.place)],
          relatedLocations: relatedPlaces(finding).map((place, at) => ({ id: at + 1, ...locate(place) })),
          // GitHub tells results apart by the first of these only.
          partialFingerprints: { primaryLocationLineHash: prints[index], "secgroupFinding/v1": prints[index] },
        })),
      },
    ],
  };
}

/** The places of the other rules that a finding speaks of, each once. */
function relatedPlaces({ place, rules, coveredBy = [] }: PlacedFinding): readonly ErrorPlace[] {
  const places = new Map([...rules, ...coveredBy].map((other) => [other.place.path, other.place]));
  places.delete(place.path);
  return [...places.values()];
}

/** One for each finding; those that say the same are numbered. */
function fingerprints(findings: readonly PlacedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ id, level, group, rules }) => {
    const said = rules.map(({ rule }) => describeRule(rule)).sort();
    const hash = createHash("sha256")
      .update(JSON.stringify([id, level, group, said]))
      .digest("hex");
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  });
}
