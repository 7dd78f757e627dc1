import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./find-documents.ts";
import { readDocument } from "./read-document.ts";

/** Folders that paths in these documents may begin in, beside those that stand before them in the same row. */
const beginnings = ["", "packages", "packages/core", "packages/core/src", "packages/core/src/plan", "apps"];

/** Paths of a document that lead nowhere; `<vendor>` stands for both clouds, and `<tool>` for other tools. */
function findMissing(markdown: string): { readonly found: number; readonly missing: readonly string[] } {
  const places = readDocument(markdown).flatMap((part) =>
    part.kind === "prose"
      ? part.codes.filter(isPath).map((code) => ({ code, folders: [...beginnings, ...part.codes] }))
      : [],
  );
  const missing = places.filter(
    ({ code, folders }) => !fill(code).every((path) => folders.some((folder) => existsSync(join(root, folder, path)))),
  );
  return { found: places.length, missing: missing.map(({ code }) => code) };
}

const isPath = (code: string): boolean => /^[\w.<>-]+(\/[\w.<>-]+)+$/.test(code);

const fill = (path: string): readonly string[] =>
  ["ionos", "gcore"].map((vendor) => path.replaceAll("<vendor>", vendor).replaceAll("<tool>", "terraform"));

describe("paths", () => {
  it.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("of %s are there", (path) => {
    const { found, missing } = findMissing(readFileSync(join(root, path), "utf8"));
    expect(found).toBeGreaterThan(9);
    expect(missing).toEqual([]);
  });

  it("that lead nowhere are found", () => {
    expect(findMissing("`core/src/nothing.ts`, `core/src/plan`, `adapter-<vendor>/src/read-rule.ts`").missing).toEqual([
      "core/src/nothing.ts",
    ]);
  });
});
