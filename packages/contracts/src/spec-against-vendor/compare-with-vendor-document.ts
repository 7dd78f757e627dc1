import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { compareSecuritySchemes, compareServers } from "./compare-access.ts";
import { compareOperations } from "./compare-operations.ts";
import { gcoreDecisions, withDecisions } from "./decided-differences.ts";
import type { SpecDifference } from "./spec-difference.ts";

/**
 * All differences in structure between our Gcore document and the vendor's own: servers, credentials, operations,
 * parameters, required fields, types, enums, limits, nullability, defaults. Words are not compared, nor are paths that we
 * do not use. A difference that was met with a decision is harmless, exactly as long as it stays what it was.
 * Throws when a reference names nothing.
 */
export function compareWithVendorDocument(ours: OpenApiDocument, theirs: OpenApiDocument): readonly SpecDifference[] {
  const comparison = { ours, theirs, isTheirsTypesOnly: false, visited: new Set<string>() };
  return withDecisions(gcoreDecisions, [
    ...compareServers(ours, theirs),
    ...compareSecuritySchemes(ours, theirs),
    ...compareOperations(comparison),
  ]);
}
