import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkPublished } from "../src/check-published.ts";
import { readPublication, type PublishedManifest } from "../src/read-published.ts";
import { readWorkspace } from "../src/read-workspace.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folders = (await readWorkspace(root)).map(({ folder }) => folder);
const publication = await readPublication(root, folders);

it("holds for this repository, of which it sees what is published", () => {
  const names = publication.packages.map(({ manifest }) => manifest.name);
  expect(names).toEqual(expect.arrayContaining(["secgroup", "@secgroup/core", "@secgroup/simulator"]));
  expect(names).not.toContain("@secgroup/check");
  expect(checkPublished(publication)).toEqual([]);
});

/** The problems when core's manifest is another. */
const withManifest = (changes: Partial<PublishedManifest>): string[] =>
  checkPublished({
    ...publication,
    packages: publication.packages.map((each) =>
      each.folder === "packages/core" ? { ...each, manifest: { ...each.manifest, ...changes } } : each,
    ),
  });

/** The problems when core's licence is another. */
const withLicence = (licence: string | undefined): string[] =>
  checkPublished({
    ...publication,
    packages: publication.packages.map((each) => (each.folder === "packages/core" ? { ...each, licence } : each)),
  });

describe("finds", () => {
  it.each<[Partial<PublishedManifest>, string]>([
    [{ description: "" }, "a description"],
    [{ keywords: [] }, "keywords"],
    [{ license: "UNLICENSED" }, "the license MIT"],
    [{ sideEffects: undefined }, "sideEffects"],
    [{ engines: {} }, "engines.node"],
    [{ files: ["dist"] }, "dist and src"],
    [{ publishConfig: { provenance: true } }, "publishConfig.access"],
    [{ publishConfig: { access: "public" } }, "publishConfig.provenance"],
  ])("a manifest with %j", (changes, part) => {
    expect(withManifest(changes)).toEqual([expect.stringContaining(`packages/core/package.json lacks ${part}`)]);
  });

  it("a licence that is another, or is not there", () => {
    expect(withLicence(publication.licence.replace("MIT", "My"))).toEqual([
      "packages/core/LICENSE differs from the root's",
    ]);
    expect(withLicence(undefined)).toEqual([expect.stringContaining("packages/core has no LICENSE")]);
  });

  it("a package that is not released with the others, and one that is gone", () => {
    const fixed = [...publication.fixed.filter((name) => name !== "secgroup"), "@secgroup/gone"];
    expect(checkPublished({ ...publication, fixed })).toEqual([
      expect.stringContaining("secgroup is not among"),
      expect.stringContaining("has @secgroup/gone"),
    ]);
  });

  it("that it was given nothing to look at", () => {
    expect(checkPublished({ ...publication, packages: [] })).toHaveLength(1);
  });
});
