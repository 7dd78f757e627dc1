/**
 * Desired-state documents: YAML, JSON or a module, to targets and groups, and back.
 *
 * Programs begin with `loadConfiguration`, which reads a file, or `readConfiguration`, which is given its text. Both fail with
 * one `InvalidDocumentError` that holds every problem of the document, each with line and column.
 *
 * @packageDocumentation
 */

export type {
  Configuration,
  GcoreTarget,
  IonosTarget,
  Notice,
  PlacedGroup,
  PlacedGuardrail,
  Target,
  WrittenSets,
} from "./configuration.ts";
export type * from "./document.ts";
export { loadConfiguration } from "./load-configuration.ts";
export { formatProblem, InvalidDocumentError, type DocumentProblem } from "./problem/invalid-document-error.ts";
export { readQuery, type TrafficQuery } from "./query/read-query.ts";
export { readConfiguration, readConfigurationValue, type ReadOptions } from "./read-configuration.ts";
export { documentSchema } from "./shape/document-schema.ts";
export { jsonSchemaFile } from "./shape/json-schema-file.ts";
export { readLimitedFile } from "./source/read-limited-file.ts";
export type { Environment } from "./source/expand-environment.ts";
export { editRules, type RuleEdit } from "./edit/edit-rules.ts";
export { writeDocument, type ImportedGroup } from "./write/write-document.ts";
export { writeEntries, type NameGroup } from "./write/write-entries.ts";
