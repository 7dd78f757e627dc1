import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { compareOperations } from "./compare-operations.ts";
import { compareServers } from "./compare-access.ts";
import { ionosDecisions, withDecisions } from "./decided-differences.ts";
import { sdkDocument } from "./sdk-document.ts";
import type { SdkModels } from "./sdk-models.ts";
import type { SpecDifference } from "./spec-difference.ts";

/**
 * All differences in structure between our IONOS document and what the vendor's SDK knows: base URL, operations,
 * parameters, required fields, types, enums, nullability, and the limits among its additions. What TypeScript cannot say
 * (statuses, formats, defaults) is not compared. A difference that was met with a decision is harmless.
 */
export function compareWithSdkModels(ours: OpenApiDocument, models: SdkModels): readonly SpecDifference[] {
  const comparison = { ours, theirs: sdkDocument(models), isTheirsTypesOnly: true, visited: new Set<string>() };
  return withDecisions(ionosDecisions, [...compareServers(ours, comparison.theirs), ...compareOperations(comparison)]);
}
