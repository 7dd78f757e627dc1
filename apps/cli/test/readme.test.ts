import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readDocument } from "./documents/read-document.ts";
import { createHarness } from "./support/harness.ts";

const root = new URL("../../../", import.meta.url);
const readme = await readFile(new URL("README.md", root), "utf8");

/** The code blocks of a language, in order. */
const blocks = (language: string): readonly string[] =>
  readDocument(readme).flatMap((part) => (part.kind === "block" && part.language === language ? [part.text] : []));

// That its blocks run and its commands exist: documents/documents.test.ts.
describe("README", () => {
  it("shows a document that is planned, applied, and quiet afterwards", async () => {
    const [document, ...others] = blocks("yaml");
    expect(others).toEqual([]);
    const { run, write, simulator } = createHarness();
    simulator.gcore.addProject({ projectId: 1234, regionId: 76 });
    write("secgroup.yaml", document ?? "");
    expect((await run("validate")).code).toBe(0);
    expect(await run("plan --detailed-exitcode")).toMatchObject({ code: 2, stderr: "" });
    expect((await run("apply --yes")).code).toBe(0);
    expect(await run("plan --detailed-exitcode")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing to do"),
    });
  });

  it("has a row for every command", async () => {
    const { stdout } = await createHarness().run("--help");
    const listed = [...stdout.matchAll(/^ {2}secgroup (\w+)/gm)].map(([, command]) => command);
    const rows = readme.split("\n").filter((line) => line.startsWith("| `secgroup "));
    expect(new Set(rows.map((row) => /secgroup (\w+)/.exec(row)?.[1]))).toEqual(new Set(listed));
  });

  it("gives the two commands that CI runs", async () => {
    const script = await readFile(new URL(".ci/run", root), "utf8");
    const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const commands = blocks("sh").flatMap((block) => block.split("\n").filter((line) => line.startsWith("npx ")));
    expect(commands).toEqual(["npx -y -p node@24 -p pnpm@12 pnpm start", "npx -y -p node@24 -p pnpm@12 pnpm test"]);
    for (const command of commands) expect(Object.keys(manifest.scripts)).toContain(command.split(" ").at(-1));
    expect(script).toContain("npx -y -p node@24 -p pnpm@12");
    expect(script).toContain("pnpm test");
  });
});
