import { z } from "zod";
import { documentSchema } from "./document-schema.ts";

/** A text with a variable in it, as a pattern; what it becomes is not known before it is read. */
const reference = String.raw`(^|[^$])\$\{[A-Za-z_][A-Za-z0-9_]*\}`;

/**
 * The document's shape as JSON Schema (2020-12), for editors.
 *
 * It accepts every document that can be read. Beyond the shape a reader checks more: names, addresses, services, variables.
 */
export function writeJsonSchema(): z.core.JSONSchema.JSONSchema {
  return {
    title: "secgroup document",
    ...z.toJSONSchema(documentSchema, { io: "input", override: ({ jsonSchema }) => allowReference(jsonSchema) }),
  };
}

/** Texts of which only some are right may say a variable instead. */
function allowReference(schema: z.core.JSONSchema.BaseSchema): void {
  const { type, pattern, const: only, enum: values = only === undefined ? undefined : [only] } = schema;
  if (type !== "string") return;
  if (pattern !== undefined) schema.pattern = `${pattern}|${reference}`;
  if (values === undefined) return;
  // The type stays, because editors offer values only of what has one.
  delete schema.const;
  delete schema.enum;
  schema.anyOf = [{ enum: values }, { pattern: reference }];
}
