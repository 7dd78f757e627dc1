import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { JsonObject } from "./json-object.ts";
import type { SdkModels, SdkOperation } from "./sdk-models.ts";

/** The SDK's table as an OpenAPI document, so that it can be compared like one. */
export function sdkDocument(sdk: SdkModels): OpenApiDocument {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of Object.values(sdk.operations))
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = writeOperation(sdk, operation);
  return {
    openapi: "3.1.0",
    info: { title: sdk.package, version: sdk.version },
    servers: [{ url: sdk.basePath }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(sdk.models).map(([name, fields]) => [name, writeModel(sdk, name, fields)]),
      ),
    },
  };
}

function writeOperation(sdk: SdkModels, { path, query, headers, body, answer }: SdkOperation): JsonObject {
  const parameters = (location: string, types: Readonly<Record<string, string>> = {}): readonly JsonObject[] =>
    Object.entries(types).map(([name, type]) => ({
      name,
      in: location,
      required: location === "path",
      schema: withAdditions(sdk, `${location} ${name}`, writeType(sdk, type)),
    }));
  return {
    parameters: [
      ...parameters(
        "path",
        Object.fromEntries([...path.matchAll(/\{(.*?)\}/g)].map(([, name = ""]) => [name, "string"])),
      ),
      ...parameters("query", query),
      ...parameters("header", headers),
    ],
    ...(body !== undefined && { requestBody: { required: true, ...writeContent(sdk, body) } }),
    // An SDK names neither the status of a success nor those of refusals, but has one model for all of the latter.
    responses: { "2XX": writeContent(sdk, answer), default: writeContent(sdk, "ModelError") },
  };
}

const writeContent = (sdk: SdkModels, model: string | undefined): JsonObject =>
  model === undefined ? {} : { content: { "application/json": { schema: writeType(sdk, model) } } };

function writeModel(sdk: SdkModels, model: string, fields: Readonly<Record<string, string>>): JsonObject {
  return {
    type: "object",
    required: Object.keys(fields).filter((name) => !name.endsWith("?")),
    properties: Object.fromEntries(
      Object.entries(fields)
        .map(([name, type]) => [name.replace(/\?$/, ""), type] as const)
        .map(([name, type]) => [name, withAdditions(sdk, `${model}.${name}`, writeType(sdk, type))]),
    ),
  };
}

/** `string`, `Array<Model>`, `{ [key: string]: string; }`, the name of a model or an enum; each perhaps with `| null`. */
function writeType(sdk: SdkModels, type: string): JsonObject {
  if (type.endsWith(" | null")) return { anyOf: [writeType(sdk, type.slice(0, -" | null".length)), { type: "null" }] };
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) return { type: "array", items: writeType(sdk, item) };
  const value = /^\{ \[key: string\]: (.+?);? \}$/.exec(type)?.[1];
  if (value !== undefined) return { type: "object", additionalProperties: writeType(sdk, value) };
  if (sdk.enums[type] !== undefined) return { type: "string", enum: sdk.enums[type] };
  if (sdk.models[type] !== undefined) return { $ref: `#/components/schemas/${type}` };
  // A model outside the table belongs to a field that our documents leave out.
  return { type: ["string", "number", "boolean"].includes(type) ? type : "object" };
}

const withAdditions = (sdk: SdkModels, where: string, schema: JsonObject): JsonObject => {
  const additions = sdk.additions.filter((addition) => addition.where === where);
  return { ...schema, ...Object.fromEntries(additions.flatMap(({ schema }) => Object.entries(schema))) };
};
