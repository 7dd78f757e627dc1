import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { ionosDocument } from "@secgroup/api-types/ionos-document";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

interface Source {
  readonly documents: readonly { readonly title: string; readonly url: string }[];
  readonly kept: readonly string[];
  readonly differences?: readonly { readonly name: string; readonly decision: string }[];
  readonly assumptions: readonly { readonly name: string; readonly where: string; readonly mark: string }[];
}

const specs = new URL("../../../specs/", import.meta.url);
const sources = JSON.parse(await readFile(new URL("sources.json", specs), "utf8")) as Readonly<Record<string, Source>>;

const methods = ["get", "post", "put", "patch", "delete"];
const operationIds = ({ paths }: OpenApiDocument): string[] =>
  Object.values(paths).flatMap((path) =>
    methods.flatMap((method) => {
      const operation = path[method] as { readonly operationId: string } | undefined;
      return operation ? [operation.operationId] : [];
    }),
  );

describe.each<[string, OpenApiDocument]>([
  ["ionos", ionosDocument],
  ["gcore", gcoreDocument],
])("specs/sources.json on %s", (vendor, document) => {
  const source = sources[vendor];
  if (source === undefined) throw new Error(`nothing is said of ${vendor}`);

  it("names exactly the operations of the document", () => {
    expect(source.kept.toSorted()).toEqual(operationIds(document).toSorted());
  });

  it("says where each document is from", () => {
    expect(source.documents.length).toBeGreaterThan(0);
    for (const { title, url } of source.documents) {
      expect(title).not.toBe("");
      expect(new URL(url).protocol).toBe("https:");
    }
  });

  it("names each assumption and difference once, with how sure it is", () => {
    const names = [...source.assumptions, ...(source.differences ?? [])].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, where, mark } of source.assumptions) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(where).not.toBe("");
      expect(["C", "G", "T", "I", "U"]).toContain(mark);
    }
  });

  it("knows every assumption that the document points to", async () => {
    const text = await readFile(new URL(`${vendor}/openapi.yaml`, specs), "utf8");
    const names = source.assumptions.map(({ name }) => name);
    for (const [, name] of text.matchAll(/# assumption: ([a-z0-9-]+)/g)) expect(names).toContain(name);
  });
});

it("names the difference between Gcore's documents on remote_group_id", () => {
  expect(sources["gcore"]?.differences?.map(({ name }) => name)).toContain("remote-group-id-nullable");
});
