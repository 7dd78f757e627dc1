import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { CheckedCase, CheckReport, ProviderName } from "./check-report.ts";
import {
  compareWithSdkModels,
  compareWithVendorDocument,
  ionosSdkModels,
  readVendorDocument,
  type SpecDifference,
} from "./spec-against-vendor/index.ts";

/** Holds a document to what the vendor publishes: Gcore's own OpenAPI file, the models of IONOS' own client. */
export async function checkSpec(
  provider: ProviderName,
  document: OpenApiDocument,
  upstream: string | undefined,
): Promise<Pick<CheckReport, "cases" | "skipped">> {
  switch (provider) {
    case "ionos":
      return { cases: casesOf(compareWithSdkModels(document, ionosSdkModels)) };
    case "gcore":
      if (upstream === undefined)
        return { cases: [], skipped: "give the vendor's OpenAPI file or its URL with --upstream" };
      return { cases: casesOf(compareWithVendorDocument(document, await readVendorDocument(upstream))) };
  }
}

/** Differences as cases; what is harmless is told as a note. The first case stands for all that is equal. */
function casesOf(differences: readonly SpecDifference[]): readonly CheckedCase[] {
  const told = differences.map(({ where, ours, theirs, verdict, why }): CheckedCase => {
    const text = `ours: ${ours}; theirs: ${theirs}; ${why}`;
    return verdict === "breaking" ? { name: where, problems: [text] } : { name: where, problems: [], notes: [text] };
  });
  return [{ name: "everything else in the documents", problems: [] }, ...told];
}
