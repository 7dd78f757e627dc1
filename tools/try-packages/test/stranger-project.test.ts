import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { PackedPackage } from "../src/packed-package.ts";
import { checkTypes, makeProject, runExample, type StrangerProject } from "../src/stranger-project.ts";

const folder = await mkdtemp(join(tmpdir(), "try-packages-test-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const compiler = join(import.meta.dirname, "../node_modules/.bin/tsc");

/** The project of a package without entries whose README is this. */
const projectOf = (name: string, readme: string): Promise<StrangerProject> => {
  const packed: PackedPackage = { name, folder, entries: [], needs: [], tarball: "", contents: "", readme };
  return makeProject(packed, folder);
};

const readme = (code: string, prints: string): string => `\`\`\`ts\n${code}\n\`\`\`\n\n\`\`\`text\n${prints}\n\`\`\`\n`;

describe("an example", () => {
  const run = async (name: string, code: string, prints: string): Promise<readonly string[]> => {
    const project = await projectOf(name, readme(code, prints));
    const types = await checkTypes(project, "NodeNext", compiler);
    return types.length > 0 ? types : runExample(project, 0, process.execPath, "/nowhere");
  };

  it("passes when it prints what its README says", async () => {
    expect(await run("right", 'console.log("one");\nexport {};', "one")).toEqual([]);
  });

  it("fails when it prints anything else, ends badly, or has a type wrong", async () => {
    expect(await run("other", 'console.log("two");\nexport {};', "one")).toEqual([
      "the README says that it prints\none\nbut it prints\ntwo",
    ]);
    expect(await run("thrown", 'console.log("one");\nthrow new Error("after all");\nexport {};', "one")).toEqual([
      expect.stringContaining("after all"),
    ]);
    expect(await run("mistyped", 'const one: string = 1;\nconsole.log("one");\nexport {};', "one")).toEqual([
      expect.stringContaining("TS2322"),
    ]);
  });

  it("has no types of Node's to lean on, as little as it has them where it is used", async () => {
    expect(await run("node", "console.log(Buffer.from(process.version).length);\nexport {};", "7")).toEqual([
      expect.stringContaining("Cannot find name 'Buffer'"),
    ]);
  });

  it("that is not there fails", async () => {
    expect(await runExample(await projectOf("none", "# None"), 0, process.execPath, "/nowhere")).toEqual([
      "there is no example 1",
    ]);
  });
});
