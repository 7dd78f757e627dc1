import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVendorDocument } from "../../src/spec-against-vendor/index.ts";

const yaml = `openapi: 3.1.0
info: { title: Cloud, version: '7' }
paths:
  /groups: { get: { responses: { 200: { description: OK } } } }
`;
const document = {
  openapi: "3.1.0",
  info: { title: "Cloud", version: "7" },
  servers: [{ url: "/" }],
  paths: { "/groups": { get: { responses: { "200": { description: "OK" } } } } },
  components: {},
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vendor-document-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, "document");
  await writeFile(path, text);
  return path;
}

const answering =
  (text: string, status = 200): typeof fetch =>
  () =>
    Promise.resolve(new Response(text, { status }));

describe("readVendorDocument", () => {
  it.each([
    ["YAML", yaml],
    ["JSON", JSON.stringify(document)],
  ])("reads %s from a file and from a URL", async (_, text) => {
    expect(await readVendorDocument(await file(text))).toEqual(document);
    expect(await readVendorDocument("https://vendor.example/api", answering(text))).toEqual(document);
  });

  it.each([
    ["a broken file", "{", "is neither JSON nor YAML"],
    ["broken YAML", "a: [", "is neither JSON nor YAML"],
    ["a page instead of a file", "<html></html>", "says nothing of OpenAPI"],
    ["Swagger", "swagger: '2.0'", "says nothing of OpenAPI"],
    ["OpenAPI 3.0", "openapi: 3.0.3", "says OpenAPI 3.0.3; 3.1 or later is needed"],
    ["a document without paths", "openapi: 3.1.0\ninfo: {}", "has no paths"],
  ])("refuses %s, naming the file", async (_, text, message) => {
    const path = await file(text);
    await expect(readVendorDocument(path)).rejects.toThrow(message);
    await expect(readVendorDocument(path)).rejects.toThrow(path);
  });

  it("says which file is missing", async () => {
    await expect(readVendorDocument(join(folder, "nowhere.yaml"))).rejects.toThrow("nowhere.yaml");
  });

  it.each([
    ["refuses", answering("no", 403), "the server answered 403"],
    ["cannot be reached", () => Promise.reject(new Error("getaddrinfo ENOTFOUND")), "ENOTFOUND"],
    ["answers something else", answering("<html></html>"), "says nothing of OpenAPI"],
  ])("says so when the server %s, and keeps the secrets of the URL to itself", async (_, fetch, message) => {
    const failure = readVendorDocument("https://user:secret-password@vendor.example/api?token=secret-token", fetch);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toThrow("https://vendor.example/api");
    await expect(failure).rejects.not.toThrow(/secret/);
  });
});
