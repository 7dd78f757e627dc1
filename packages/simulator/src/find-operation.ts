import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { resolveReference } from "./closed-schema.ts";

export interface Parameter {
  readonly name: string;
  readonly location: string;
  readonly required: boolean;
  readonly schema: unknown;
}

/** One operation of a document, with references to its parts resolved as far as they are needed to find schemas. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** The path template cut at its slashes, server's base path included. */
  readonly segments: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody: { readonly required: boolean; readonly schema: unknown } | undefined;
  /** The JSON schema of each answer by status; undefined where it has no body. */
  readonly responses: ReadonlyMap<number, unknown>;
}

const methods = ["get", "put", "post", "delete", "patch"];

/** All operations; one with fewer placeholders comes first, so that the first match is the one that is meant. */
export function listOperations(document: OpenApiDocument): readonly Operation[] {
  const base = new URL(document.servers[0]?.url ?? "http://localhost").pathname.replace(/\/$/, "");
  const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [readOperation(document, base + template, method, item, resolveReference(document, operation))];
    }),
  );
  const placeholders = (operation: Operation): number => operation.segments.filter(isPlaceholder).length;
  return operations.toSorted((a, b) => placeholders(a) - placeholders(b));
}

/** The operation that serves the request; undefined when no path with that method matches. */
export function findOperation(operations: readonly Operation[], method: string, path: string): Operation | undefined {
  const segments = path.split("/");
  return operations.find(
    (operation) =>
      operation.method === method.toUpperCase() &&
      operation.segments.length === segments.length &&
      operation.segments.every((segment, index) =>
        isPlaceholder(segment) ? segments[index] !== "" : segment === segments[index],
      ),
  );
}

export const isPlaceholder = (segment: string): boolean => segment.startsWith("{");

function readOperation(
  document: OpenApiDocument,
  template: string,
  method: string,
  item: Readonly<Record<string, unknown>>,
  operation: Readonly<Record<string, unknown>>,
): Operation {
  const body =
    operation["requestBody"] === undefined ? undefined : resolveReference(document, operation["requestBody"]);
  return {
    operationId: String(operation["operationId"]),
    method: method.toUpperCase(),
    segments: template.split("/"),
    parameters: [...listOf(item["parameters"]), ...listOf(operation["parameters"])].map((parameter) => {
      const { name, in: location, required, schema } = resolveReference(document, parameter);
      return { name: String(name), location: String(location), required: required === true, schema };
    }),
    requestBody: body && { required: body["required"] === true, schema: jsonSchemaOf(document, body) },
    responses: new Map(
      Object.entries(resolveReference(document, operation["responses"])).map(([status, response]) => [
        Number(status),
        jsonSchemaOf(document, resolveReference(document, response)),
      ]),
    ),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function jsonSchemaOf(document: OpenApiDocument, holder: Readonly<Record<string, unknown>>): unknown {
  const content = resolveReference(document, holder["content"]);
  return content["application/json"] === undefined
    ? undefined
    : resolveReference(document, content["application/json"])["schema"];
}
