import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkContents } from "../src/check-contents.ts";
import { checkEntryTypes } from "../src/check-entries.ts";

const folder = await mkdtemp(join(tmpdir(), "try-packages-test-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const readme = "# a\n\n```sh\nnpm install a\n```\n";
const complete: Readonly<Record<string, string>> = {
  LICENSE: "MIT",
  "README.md": readme,
  "package.json": "{}",
  "dist/index.js.map": JSON.stringify({ sources: ["../src/index.ts"] }),
  "src/index.ts": "export {};",
};

let count = 0;

/** What is wrong with an archive that holds these files. */
async function check(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const contents = join(folder, String(count++));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(contents, path)), { recursive: true });
    await writeFile(join(contents, path), text);
  }
  const said = files["README.md"] ?? "";
  return checkContents({ name: "a", folder, entries: [], needs: [], tarball: "", contents, readme: said });
}

const without = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(complete).filter(([other]) => other !== path));

describe("what is packed", () => {
  it("may be complete", async () => {
    expect(await check(complete)).toEqual([]);
  });

  it.each([
    ["LICENSE", "LICENSE is not packed"],
    ["package.json", "package.json is not packed"],
    ["src/index.ts", "dist/index.js.map points to src/index.ts, which is not packed"],
    ["dist/index.js.map", "there is no source map that could be checked"],
  ])("may lack %s", async (path, problem) => {
    expect(await check(without(path))).toEqual([problem]);
  });

  it("may hold what nobody needs, link to what is not there, or not say how to install it", async () => {
    const problem = "is packed, and nobody needs it";
    expect(await check({ ...complete, "test/a.test.ts": "" })).toEqual([`test/a.test.ts ${problem}`]);
    expect(await check({ ...complete, "dist/.tsbuildinfo": "" })).toEqual([`dist/.tsbuildinfo ${problem}`]);
    const linking = `${readme}[one](https://example.com) [two](src/index.ts) [three](test/example)`;
    expect(await check({ ...complete, "README.md": linking })).toEqual([
      "README.md links to test/example, which is not packed",
    ]);
    expect(await check({ ...complete, "README.md": "# a" })).toEqual(["README.md does not say how to install it"]);
  });
});

describe("types of entries", () => {
  const manifest = {
    name: "a",
    version: "1.0.0",
    type: "module",
    exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
  };
  const archive = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const contents = join(folder, String(count++), "package");
    const tarball = `${contents}.tgz`;
    await mkdir(contents, { recursive: true });
    const all = { "package.json": JSON.stringify(manifest), "index.js": "export const a = 1;", ...files };
    for (const [path, text] of Object.entries(all)) await writeFile(join(contents, path), text);
    execFileSync("tar", ["-czf", tarball, "package"], { cwd: dirname(contents) });
    return checkEntryTypes({ name: "a", entries: ["a"], tarball }, join(import.meta.dirname, ".."));
  };

  it("may be right, wrong, or not there at all", async () => {
    expect(await archive({ "index.d.ts": "export declare const a: number;" })).toEqual([]);
    expect(await archive({ "index.d.ts": 'export * from "./gone.js";' })).toEqual([
      expect.stringContaining("InternalResolutionError"),
    ]);
    expect(await archive({})).toEqual(["a has no types"]);
  });
});
