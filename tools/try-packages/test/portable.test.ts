import { readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tryAtTheEdge } from "../src/portable/at-the-edge.ts";
import { readCloudAnswers } from "../src/portable/cloud-answers.ts";
import { compareLines, expectedLines } from "../src/portable/expected-lines.ts";
import { planAndExplain } from "../src/portable/plan-and-explain.ts";

const folder = await mkdtemp(join(tmpdir(), "try-packages-test-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the script that runs everywhere", () => {
  it("says in Node what it is to say elsewhere", async () => {
    expect(await planAndExplain(await readCloudAnswers())).toEqual(expectedLines);
  });

  it("has said something else when a line differs, is missing, or comes too much", () => {
    expect(compareLines(expectedLines)).toEqual([]);
    for (const lines of [[], expectedLines.slice(1), [...expectedLines, ""], expectedLines.with(0, "ionos opens any")])
      expect(compareLines(lines)).toHaveLength(1);
  });
});

describe("at the edge", () => {
  const edge = async (code: string): Promise<readonly string[]> => {
    const script = join(folder, "script.js");
    await writeFile(script, code);
    expect(await readFile(script, "utf8")).toBe(code);
    return tryAtTheEdge(script, {});
  };

  it("a script that says the right lines passes, and one that says others does not", async () => {
    expect(await edge(`globalThis.tryPackages = async () => ${JSON.stringify(expectedLines)};`)).toEqual([]);
    expect(await edge("globalThis.tryPackages = async () => [];")).toHaveLength(1);
  });

  it("a script that needs Node fails", async () => {
    await expect(edge("globalThis.tryPackages = async () => [process.version];")).rejects.toThrow(
      "process is not defined",
    );
  });
});
