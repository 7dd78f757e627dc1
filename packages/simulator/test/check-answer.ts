import type { ValidateFunction } from "ajv";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { closedSchema } from "../src/closed-schema.ts";
import { findOperation, listOperations } from "../src/find-operation.ts";
import { relevantErrors } from "../src/relevant-errors.ts";
import { createSchemaValidator } from "../src/schema-validator.ts";

/**
 * Checks answers against the document that they are to follow: the status must be listed for the operation and the body must fit its
 * schema, without fields that the schema does not name. The text says what is wrong; empty when nothing is. Statuses in `unlisted`
 * are ones that a quirk answers although no document names them.
 */
export function createAnswerCheck(
  document: OpenApiDocument,
  unlisted: readonly number[] = [],
): (request: { method: string; path: string }, answer: { status: number; body: unknown }) => string {
  const operations = listOperations(document);
  const validator = createSchemaValidator({ text: false });
  const compiled = new Map<unknown, ValidateFunction>();
  const compile = (schema: unknown): ValidateFunction => {
    const validate = compiled.get(schema) ?? validator.compile(Object(closedSchema(document, schema)));
    compiled.set(schema, validate);
    return validate;
  };
  return ({ method, path }, { status, body }) => {
    const where = `${method} ${path} answered ${status}`;
    const operation = findOperation(operations, method, path);
    // A path or method that does not exist has no schema to follow.
    if (operation === undefined)
      return status === 404 || status === 405 || status === 401 ? "" : `${where}, but is not in the document`;
    if (!operation.responses.has(status)) return unlisted.includes(status) ? "" : `${where}, which is not listed`;
    const schema = operation.responses.get(status);
    if (schema === undefined) return body === undefined ? "" : `${where} with a body`;
    const validate = compile(schema);
    if (validate(body)) return "";
    return `${where}: ${relevantErrors(validate.errors ?? [])
      .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
      .join("; ")}`;
  };
}
