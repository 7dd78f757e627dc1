import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkStructure } from "../src/check-structure.ts";
import { readImports, readWorkspace, type SourceFile } from "../src/read-workspace.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const workspace = await readWorkspace(root);

/** The problems of the workspace with one more source file in the folder. */
const withFile = (folder: string, file: SourceFile): string[] =>
  checkStructure(workspace.map((one) => (one.folder === folder ? { ...one, sources: [...one.sources, file] } : one)));

const importing = (from: string, isTypeOnly = false): SourceFile => ({
  path: "src/planted.ts",
  imports: [{ from, isTypeOnly }],
  code: "",
});

it("holds for this workspace, of which it sees every package", () => {
  expect(workspace.map(({ folder }) => folder)).toEqual(
    expect.arrayContaining(["packages/core", "packages/simulator", "apps/cli"]),
  );
  expect(workspace.every(({ sources }) => sources.length > 0)).toBe(true);
  expect(checkStructure(workspace)).toEqual([]);
});

describe("finds", () => {
  it.each([
    ["packages/core", importing("@secgroup/api-types/gcore"), "only its types"],
    ["packages/core", importing("@secgroup/config", true), "its arrows are"],
    ["packages/core", importing("node:fs"), "must run without Node"],
    ["packages/adapter-ionos", importing("@secgroup/adapter-gcore", true), "its arrows are"],
    ["packages/adapter-ionos", importing("node:buffer"), "must run without Node"],
    ["packages/adapter-gcore", importing("@secgroup/simulator"), "its arrows are"],
    ["packages/simulator", importing("@secgroup/core", true), "its arrows are"],
    ["packages/config", importing("secgroup"), "its arrows are"],
    ["packages/core", { path: "src/Planted.ts", imports: [], code: "" }, "kebab-case"],
    ["packages/core", { path: "src/planted.ts", imports: [], code: "const now = Date.now();" }, "handed in"],
  ])("in %s a planted %j", (folder, file, part) => {
    expect(withFile(folder, file)).toEqual([expect.stringContaining(part)]);
  });

  it("an adapter without one of the agreed files", () => {
    const lacking = workspace.map((one) => ({
      ...one,
      sources: one.sources.filter(({ path }) => path !== "src/gcore-error.ts"),
    }));
    expect(checkStructure(lacking)).toEqual([
      "packages/adapter-gcore lacks src/gcore-error.ts, which every adapter has",
    ]);
  });

  it("a package whose arrows nobody decided", () => {
    expect(checkStructure([...workspace, { folder: "packages/new", name: "@secgroup/new", sources: [] }])).toEqual([
      expect.stringContaining("packages/new has no arrows"),
    ]);
  });
});

describe("reads imports", () => {
  it.each([
    ['import { a } from "a";', "a", false],
    ['import type { a } from "a";', "a", true],
    ['import { type a, type b } from "a";', "a", true],
    ['import { type a, b } from "a";', "a", false],
    ['import "a";', "a", false],
    ['export { a } from "a";', "a", false],
    ['export type { a } from "a";', "a", true],
    ['export * from "a";', "a", false],
    ['const a = await import("a");', "a", false],
  ])("of %s", (code, from, isTypeOnly) => {
    expect(readImports("file.ts", code)).toEqual([{ from, isTypeOnly }]);
  });
});
