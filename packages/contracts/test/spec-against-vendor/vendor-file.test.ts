import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { describe, expect, it } from "vitest";
import { compareWithVendorDocument, readVendorDocument } from "../../src/spec-against-vendor/index.ts";
import { changeDocument } from "./change-document.ts";
import { field, rule, schema, update, type Planted } from "./places.ts";

const upstream = "../shared/upstream/gcore-cloud.subset.json";
const upstreamPath = fileURLToPath(new URL(`../../../../${upstream}`, import.meta.url));
const isThere = existsSync(upstreamPath);
const fixturePath = fileURLToPath(new URL("fixtures/gcore-vendor-document.yaml", import.meta.url));
const source = isThere ? upstream : `a fixture of four operations, since ${upstream} is not beside the checkout`;
console.info(`Gcore's own OpenAPI document: compared with ${source}.`);

const files: readonly (readonly [title: string, path: string])[] = [
  ["a fixture of four operations", fixturePath],
  ...(isThere ? [[upstream, upstreamPath] as const] : []),
];

describe.each(files)("Gcore's own OpenAPI document, from %s", (_, path) => {
  /** Of a cut of the vendor's document only the operations can be compared that are in it. */
  const compare = async (change?: readonly [pointer: readonly (string | number)[], value: unknown]) => {
    const theirs = await readVendorDocument(path);
    const paths = path === fixturePath ? Object.keys(theirs.paths) : Object.keys(gcoreDocument.paths);
    const ours = {
      ...gcoreDocument,
      paths: Object.fromEntries(Object.entries(gcoreDocument.paths).filter(([path]) => paths.includes(path))),
    };
    return compareWithVendorDocument(ours, change === undefined ? theirs : changeDocument(theirs, ...change));
  };

  it("differs from ours in nothing that breaks", async () => {
    expect((await compare()).filter(({ verdict }) => verdict === "breaking")).toEqual([]);
  });

  it("differs from ours where specs/sources.json says so: remote_group_id may not be null there", async () => {
    expect((await compare()).filter(({ where }) => where === `request ${rule}.remote_group_id`)).toMatchObject([
      {
        ours: "string or null",
        theirs: "string",
        verdict: "harmless",
        why: expect.stringContaining("remote-group-id-nullable"),
      },
      { ours: "default null", theirs: "no default", verdict: "harmless" },
    ]);
  });

  it("has no field in requests that ours lacks, and in answers only fields of what we cut down", async () => {
    const theirs = (await compare()).filter(({ ours }) => ours === "not there").map(({ where }) => where);
    const cut =
      /^answer (CreatedResources|InstanceSerializer|PortAttachmentSerializer)\.|^(POST|PATCH) \/cloud\/v1\/securitygroups\//;
    expect(theirs.filter((where) => !cut.test(where))).toEqual([]);
    expect(theirs).toContain("answer CreatedResources.volumes");
  });

  it.each<Planted>([
    ["a renamed field", field("TaskIDsSerializer", "tasks"), undefined, "answer TaskIDsSerializer.tasks", "breaking"],
    [
      "a new value",
      schema("TaskState", "enum"),
      ["ERROR", "FINISHED", "NEW", "RUNNING", "PAUSED"],
      "answer TaskState",
      "breaking",
    ],
    ["a lower limit", field(update, "rules", "maxItems"), 100, `request ${update}.rules`, "breaking"],
  ])("shows %s when the vendor makes one", async (_, pointer, value, where, verdict) => {
    expect(await compare([pointer, value])).toContainEqual(expect.objectContaining({ where, verdict }));
  });
});
