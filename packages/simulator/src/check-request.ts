import type { ErrorObject, ValidateFunction } from "ajv";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { closedSchema } from "./closed-schema.ts";
import { findOperation, listOperations, type Operation } from "./find-operation.ts";
import { readPathValues, readQueryValues } from "./read-parameters.ts";
import { relevantErrors } from "./relevant-errors.ts";
import { createSchemaValidator } from "./schema-validator.ts";

/** One place where a request departs from the document. */
export interface RequestProblem {
  /** `route` stands for a path that cannot be decoded. */
  readonly location: "path" | "query" | "body" | "route";
  /** The name of the parameter, or a JSON pointer into the body: to the field itself, also when it is missing or unknown. */
  readonly path: string;
  /** As ajv words it, such as `must be <= 65535`. */
  readonly message: string;
  /** The JSON Schema keyword that failed, such as `maxLength`, `required`, `additionalProperties`; `encoding` for a route. */
  readonly keyword: string;
}

/** The operation that a request calls and all that is wrong with the request; undefined when no path with that method exists. */
export type CheckedRequest =
  | {
      readonly operationId: string;
      readonly problems: readonly RequestProblem[];
      /** The values in the path by name, decoded, as numbers where the document says so. */
      readonly pathValues: Readonly<Record<string, unknown>>;
      /** The values of the query by name, as the document's types and with its defaults. */
      readonly queryValues: Readonly<Record<string, unknown>>;
    }
  | undefined;

/**
 * Makes a check of path, query and body against a document. The path is the whole path of the URL, with the base path of the
 * document's first server. Bodies and queries are closed: a field or parameter that the document does not name is a problem
 * (keyword `additionalProperties`), even where the document's own schema is open. A body of undefined stands for none.
 */
export function createRequestCheck(
  document: OpenApiDocument,
): (request: { method: string; path: string; query: URLSearchParams; body: unknown }) => CheckedRequest {
  const operations = listOperations(document);
  const compile = lazily((operation: Operation) => compileOperation(document, operation));
  return ({ method, path, query, body }) => {
    const operation = findOperation(operations, method, path);
    if (operation === undefined) return undefined;
    const validators = compile(operation);
    const { values: pathValues, undecodable } = readPathValues(operation, path);
    const queryValues = readQueryValues(validators.lists, query);
    return {
      operationId: operation.operationId,
      problems: [
        ...undecodable.map((name) => ({
          location: "route" as const,
          path: name,
          message: "must be percent-encoded",
          keyword: "encoding",
        })),
        // Converts the values to the document's types in place.
        ...problemsOf("path", validators.path, pathValues),
        ...problemsOf("query", validators.query, queryValues),
        ...checkBody(operation, validators.body, body),
      ],
      pathValues,
      queryValues,
    };
  };
}

interface Validators {
  readonly path: ValidateFunction;
  readonly query: ValidateFunction;
  readonly body: ValidateFunction | undefined;
  /** Names of the query parameters that take several values. */
  readonly lists: ReadonlySet<string>;
}

const parameterValidator = createSchemaValidator({ text: true });
const bodyValidator = createSchemaValidator({ text: false });

function compileOperation(document: OpenApiDocument, operation: Operation): Validators {
  const closed = operation.parameters.map((parameter) => ({
    ...parameter,
    schema: closedSchema(document, parameter.schema),
  }));
  const parameters = (location: string): ValidateFunction => {
    const here = closed.filter((parameter) => parameter.location === location);
    return parameterValidator.compile({
      type: "object",
      properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
      required: here.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    });
  };
  const isList = (schema: unknown): boolean => JSON.stringify(schema).includes('"type":"array"');
  const schema = operation.requestBody?.schema;
  return {
    path: parameters("path"),
    query: parameters("query"),
    body: schema === undefined ? undefined : bodyValidator.compile(Object(closedSchema(document, schema))),
    lists: new Set(closed.filter((parameter) => isList(parameter.schema)).map(({ name }) => name)),
  };
}

function checkBody(
  operation: Operation,
  validator: ValidateFunction | undefined,
  body: unknown,
): readonly RequestProblem[] {
  if (body !== undefined) return validator === undefined ? [] : problemsOf("body", validator, body);
  if (operation.requestBody?.required !== true) return [];
  return [{ location: "body", path: "", message: "must be given", keyword: "required" }];
}

function problemsOf(
  location: "path" | "query" | "body",
  validator: ValidateFunction,
  value: unknown,
): readonly RequestProblem[] {
  if (validator(value)) return [];
  return relevantErrors(validator.errors ?? []).map((error) => {
    const pointer = pointerOf(error);
    return {
      location,
      path: location === "body" ? pointer : pointer.slice(1),
      message: error.message ?? error.keyword,
      keyword: error.keyword,
    };
  });
}

function pointerOf({ instancePath, params }: ErrorObject): string {
  const field: unknown = params["missingProperty"] ?? params["additionalProperty"];
  return typeof field === "string"
    ? `${instancePath}/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`
    : instancePath;
}

function lazily<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
