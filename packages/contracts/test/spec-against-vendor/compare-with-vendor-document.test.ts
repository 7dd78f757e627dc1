import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { ionosDocument } from "@secgroup/api-types/ionos-document";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { describe, expect, it } from "vitest";
import { compareWithVendorDocument } from "../../src/spec-against-vendor/index.ts";
import { changeDocument } from "./change-document.ts";
import { field, group, rule, schema } from "./places.ts";
import { plantedInAnswers } from "./planted-in-answers.ts";
import { plantedInOperations } from "./planted-in-operations.ts";
import { plantedInRequests } from "./planted-in-requests.ts";

describe("a difference planted in the vendor's document", () => {
  it.each([...plantedInOperations, ...plantedInRequests, ...plantedInAnswers])(
    "%s is found",
    (_, pointer, value, where, verdict) => {
      const differences = compareWithVendorDocument(gcoreDocument, changeDocument(gcoreDocument, pointer, value));
      expect(differences.filter((difference) => difference.where === where).map(({ verdict }) => verdict)).toContain(
        verdict,
      );
      // What is judged harmless must not be drowned by a breaking difference beside it, nor the other way round.
      if (verdict === "harmless" && !where.includes("page_size"))
        expect(differences.filter(({ verdict }) => verdict === "breaking")).toEqual([]);
    },
  );
});

const ways: readonly (readonly [title: string, pointer: readonly string[], value: unknown])[] = [
  [
    "null as one of several types",
    field(rule, "port_range_min"),
    { type: ["integer", "null"], minimum: 0, maximum: 65535, default: null },
  ],
  [
    "oneOf for anyOf",
    field("TaskSerializer", "error"),
    { oneOf: [{ type: "null" }, { type: "string" }], default: null },
  ],
  [
    "a schema in place instead of a reference",
    field("TaskSerializer", "state"),
    { type: "string", enum: ["NEW", "RUNNING", "FINISHED", "ERROR"] },
  ],
  ["several constants", field("TaskSerializer", "state"), { $ref: "#/components/schemas/TaskState", title: "State" }],
  ["other words", schema(group, "description"), "Another text."],
  ["other examples", field(group, "name", "examples"), ["x"]],
  ["the default of a response", field(group, "description", "default"), "x"],
  ["keywords for documentation", field(group, "name", "x-order"), 3],
  ["a relative server", ["servers"], [{ url: "/" }]],
];

describe("two ways to say the same", () => {
  it.each(ways)("%s makes no difference", (_, pointer, value) => {
    expect(compareWithVendorDocument(gcoreDocument, changeDocument(gcoreDocument, pointer, value))).toEqual([]);
  });

  it("finds nothing between a document and itself", () => {
    expect(compareWithVendorDocument(gcoreDocument, gcoreDocument)).toEqual([]);
    expect(compareWithVendorDocument(ionosDocument, ionosDocument)).toEqual([]);
  });

  it("does not mind other names of path parameters and components, nor a base path that moved to the server", () => {
    const text = JSON.stringify(gcoreDocument)
      .replaceAll("group_id}", "security_group_id}")
      .replaceAll('"name":"group_id"', '"name":"security_group_id"')
      .replaceAll("TaskSerializer", "TaskModel")
      .replaceAll('"/cloud/', '"/')
      .replaceAll('"https://api.gcore.com"', '"https://api.gcore.com/cloud"');
    expect(compareWithVendorDocument(gcoreDocument, JSON.parse(text) as OpenApiDocument)).toEqual([]);
  });
});

it("reports what several operations share once", () => {
  const changed = changeDocument(gcoreDocument, field(group, "description", "type"), ["string", "null"]);
  expect(compareWithVendorDocument(gcoreDocument, changed)).toHaveLength(1);
});

it("says why, and what each side says", () => {
  const changed = changeDocument(gcoreDocument, schema("PortManagedBy", "enum"), ["system", "user", "partner"]);
  expect(compareWithVendorDocument(gcoreDocument, changed)).toEqual([
    {
      where: "answer PortManagedBy",
      ours: "enum without partner",
      theirs: "enum with partner",
      verdict: "breaking",
      why: "the vendor may answer what our document excludes",
    },
  ]);
});

it("keeps a decided difference harmless only as long as the vendor says the same", () => {
  const nullDifferences = (value: unknown): readonly unknown[] =>
    compareWithVendorDocument(gcoreDocument, changeDocument(gcoreDocument, field(rule, "remote_group_id"), value))
      .filter(({ ours }) => ours === "string or null")
      .map(({ theirs, verdict }) => `${theirs}: ${verdict}`);
  expect(nullDifferences({ type: "string", format: "uuid4", default: null })).toEqual(["string: harmless"]);
  expect(nullDifferences({ type: "integer", default: null })).toEqual(["integer: breaking"]);
});

it("takes a condition of ours that an answer need not meet for breaking, unless it is a mere limit", () => {
  const verdictWith = (keyword: string, value: unknown): readonly string[] =>
    compareWithVendorDocument(changeDocument(gcoreDocument, field(group, "region", keyword), value), gcoreDocument).map(
      ({ verdict }) => verdict,
    );
  expect(verdictWith("not", { const: "" })).toEqual(["breaking"]);
  expect(verdictWith("maxLength", 10)).toEqual(["harmless"]);
});

it("finds the forms that belong together by name, in any order", () => {
  const formed = (...names: readonly string[]): OpenApiDocument =>
    changeDocument(gcoreDocument, field(group, "owner"), {
      anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
    });
  expect(compareWithVendorDocument(formed("TagSerializer", rule), formed(rule, "TagSerializer"))).toEqual([]);
});

it("refuses a reference that leads nowhere, naming it", () => {
  const changed = changeDocument(gcoreDocument, schema("TaskState"), undefined);
  expect(() => compareWithVendorDocument(gcoreDocument, changed)).toThrow("#/components/schemas/TaskState");
});
