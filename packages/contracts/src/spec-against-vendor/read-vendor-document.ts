import { readFile } from "node:fs/promises";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { parse } from "yaml";
import { isJsonObject, type JsonObject } from "./json-object.ts";

/**
 * An OpenAPI document, JSON or YAML, from a path or an http(s) URL. Throws with the source and what to do when it cannot be
 * read, is neither format, or is no OpenAPI 3.1 or later; of a URL only origin and path are named, since the rest may be secret.
 */
export async function readVendorDocument(
  fileOrUrl: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<OpenApiDocument> {
  const url = /^https?:\/\//i.test(fileOrUrl) ? new URL(fileOrUrl) : undefined;
  const source = url === undefined ? fileOrUrl : url.origin + url.pathname;
  const text = await (url === undefined ? readFile(fileOrUrl, "utf8") : download(url, fetch)).catch(
    (cause: unknown) => {
      throw new Error(`The vendor's document could not be read from ${source}: ${messageOf(cause)}.`, { cause });
    },
  );
  return toOpenApiDocument(parseText(text, source), source);
}

async function download(url: URL, fetch: typeof globalThis.fetch): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.text();
}

function parseText(text: string, source: string): unknown {
  try {
    // YAML's parser takes JSON as well, but is slow on files of some megabytes.
    return text.trimStart().startsWith("{") ? JSON.parse(text) : parse(text);
  } catch (cause) {
    throw new Error(`${source} is neither JSON nor YAML: ${messageOf(cause)}. Hand in the OpenAPI file itself.`, {
      cause,
    });
  }
}

function toOpenApiDocument(value: unknown, source: string): OpenApiDocument {
  const { openapi, info, servers, paths, components } = isJsonObject(value) ? value : {};
  // Without quotes YAML takes 3.1 for a number.
  const version = typeof openapi === "string" || typeof openapi === "number" ? String(openapi) : undefined;
  if (version === undefined || !/^3\.[1-9]/.test(version))
    throw new Error(
      `${source} says ${version === undefined ? "nothing of OpenAPI" : `OpenAPI ${version}`}; 3.1 or later is needed. Hand in the vendor's OpenAPI 3.1 file.`,
    );
  if (!isJsonObject(paths) || !isJsonObject(info)) throw new Error(`${source} has no paths to compare, or no info.`);
  return {
    openapi: version,
    info: { title: String(info["title"]), version: String(info["version"]) },
    servers: Array.isArray(servers) ? servers : [{ url: "/" }],
    paths: recordsOf(paths),
    components: recordsOf(components),
  };
}

const recordsOf = (value: unknown): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(
    Object.entries(isJsonObject(value) ? value : {}).flatMap(([key, entry]) =>
      isJsonObject(entry) ? [[key, entry]] : [],
    ),
  );

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
