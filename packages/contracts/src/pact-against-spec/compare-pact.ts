import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { CheckedCase } from "../check-report.ts";
import type { PactFile } from "../pact-file.ts";
import { Comparator } from "./comparator.ts";
import { withPlainParameters, withPlainQueries } from "./plain-query-names.ts";
import { shapeDocument, type UnknownFields } from "./shape-document.ts";

/**
 * Holds each interaction of a pact to the API's document: paths, methods, parameters, bodies, statuses, headers.
 *
 * Nothing passes that the document does not name, in requests and in answers, unless unknown fields are allowed; what the
 * comparator only warns of counts too.
 */
export async function comparePact(
  pact: PactFile,
  document: OpenApiDocument,
  unknownFields: UnknownFields = "refused",
): Promise<readonly CheckedCase[]> {
  const problems = new Map(pact.interactions.map(({ description }) => [description, new Array<string>()]));
  const comparator = new Comparator({
    oas: withBasePath(withPlainParameters(shapeDocument(document, unknownFields))),
  });
  for await (const { type, message, mockDetails } of comparator.compare(withPlainQueries(pact.content))) {
    if (type === "info") continue;
    const name = mockDetails?.interactionDescription ?? pact.path;
    const place = mockDetails?.location.replace(/^\[root\]\.interactions\[\d+\]\./, "") ?? "";
    const found = problems.get(name) ?? [];
    found.push(`${place}: ${message}${show(mockDetails?.value)}`);
    problems.set(name, found);
  }
  return [...problems].map(([name, found]) => ({ name, problems: found }));
}

/** The comparator knows no servers: the base path goes into the paths. */
function withBasePath(document: OpenApiDocument): OpenApiDocument {
  const base = new URL(document.servers[0]?.url ?? "http://localhost").pathname.replace(/\/$/, "");
  const paths = Object.entries(document.paths).map(([path, item]) => [`${base}${path}`, item] as const);
  return { ...document, paths: Object.fromEntries(paths) };
}

function show(value: unknown): string {
  if (value === undefined) return "";
  const text = JSON.stringify(value);
  return text.length > 120 ? "" : ` (${text})`;
}
