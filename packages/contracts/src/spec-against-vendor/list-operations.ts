import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { isJsonObject, listOf, objectOf, type JsonObject } from "./json-object.ts";
import { resolveReference } from "./resolve-reference.ts";

export interface Parameter {
  /** As people name it: `query limit`. */
  readonly label: string;
  readonly isRequired: boolean;
  /** How lists and objects are written, `style` and `explode` with OpenAPI's defaults filled in. */
  readonly encoding: string;
  readonly isDeprecated: boolean;
  readonly schema: unknown;
}

/** The body of a request or an answer; without media types there is none. */
export interface Body {
  readonly isRequired: boolean;
  readonly mediaTypes: readonly string[];
  /** Schema of its JSON. */
  readonly schema: unknown;
}

export interface Operation {
  /** Method and path as the document writes them. */
  readonly title: string;
  /** The same with the server's base path and without the names of path parameters, which mean nothing. */
  readonly key: string;
  /** The path part of `key`. */
  readonly pathKey: string;
  readonly isDeprecated: boolean;
  /** By what identifies them: name and place, but position for those in the path. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly requestBody: Body;
  /** By status, also `2XX` and `default`. */
  readonly answers: ReadonlyMap<string, Body>;
}

const methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/** All operations of a document, references to parameters, bodies and answers resolved. */
export function listOperations(document: OpenApiDocument): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return isJsonObject(operation) ? [readOperation(document, template, method, item, operation)] : [];
    }),
  );
}

function readOperation(
  document: OpenApiDocument,
  template: string,
  method: string,
  item: JsonObject,
  operation: JsonObject,
): Operation {
  const base = new URL(document.servers[0]?.url ?? "/", "https://server.invalid").pathname.replace(/\/$/, "");
  const pathKey = base + template.replaceAll(/\{[^}]*\}/g, "{}");
  return {
    title: `${method.toUpperCase()} ${template}`,
    key: `${method} ${pathKey}`,
    pathKey,
    isDeprecated: operation["deprecated"] === true,
    // An operation's own parameter takes the place of its path's.
    parameters: new Map(
      [...listOf(item["parameters"]), ...listOf(operation["parameters"])].map((parameter) =>
        readParameter(template, resolveReference(document, parameter).value),
      ),
    ),
    requestBody: readBody(document, operation["requestBody"]),
    answers: new Map(
      Object.entries(objectOf(operation["responses"])).map(([status, answer]) => [status, readBody(document, answer)]),
    ),
  };
}

function readParameter(template: string, parameter: JsonObject): [key: string, Parameter] {
  const [name, location] = [String(parameter["name"]), String(parameter["in"])];
  const usualStyle = location === "query" || location === "cookie" ? "form" : "simple";
  const style = typeof parameter["style"] === "string" ? parameter["style"] : usualStyle;
  const explode = parameter["explode"] ?? style === "form";
  // Header names are the same in any case.
  const key = location === "header" ? name.toLowerCase() : name;
  return [
    `${location} ${location === "path" ? positionOf(template, name) : key}`,
    {
      label: `${location} ${name}`,
      isRequired: parameter["required"] === true,
      encoding: `style ${style}, ${explode === true ? "" : "not "}exploded`,
      isDeprecated: parameter["deprecated"] === true,
      schema: parameter["schema"],
    },
  ];
}

const positionOf = (template: string, name: string): number =>
  [...template.matchAll(/\{([^}]*)\}/g)].findIndex(([, placeholder]) => placeholder === name);

function readBody(document: OpenApiDocument, value: unknown): Body {
  const body = resolveReference(document, value).value;
  const content = objectOf(body["content"]);
  return {
    isRequired: body["required"] === true,
    mediaTypes: Object.keys(content),
    schema: objectOf(content["application/json"])["schema"],
  };
}
