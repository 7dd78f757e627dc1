import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

/** What one run compares; `visited` keeps each pair of named schemas from being compared, and reported, twice. */
export interface Comparison {
  readonly ours: OpenApiDocument;
  readonly theirs: OpenApiDocument;
  /** Whether their side tells types only, as an SDK does: a limit, format or default that it leaves out says nothing. */
  readonly isTheirsTypesOnly: boolean;
  readonly visited: Set<string>;
}
