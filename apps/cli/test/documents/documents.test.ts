import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkVariables } from "./check-variables.ts";
import { findDocuments, findPackageReadmes, root } from "./find-documents.ts";
import { readKnownCommands } from "./known-commands.ts";
import type { Problem } from "./problem.ts";
import { readDocument, type Part } from "./read-document.ts";
import { runStory } from "./run-story.ts";

// Every code block and command of every document, in its order.
// `UPDATE_DOCUMENTS=1` writes what is printed into the blocks that tell it without `…`; read the difference before you believe it.
const known = await readKnownCommands();

describe("documents", () => {
  it("are found", () => {
    expect(findDocuments()).toEqual(
      expect.arrayContaining(["README.md", "SECURITY.md", "ARCHITECTURE.md", ".changeset/README.md"]),
    );
  });

  it.each(findDocuments())("%s does what it says", async (path) => {
    const file = join(root, path);
    const markdown = readFileSync(file, "utf8");
    const parts = readDocument(markdown);
    const problems = await runStory(path, parts, known);
    if (process.env["UPDATE_DOCUMENTS"] === "1") writeFileSync(file, update(markdown, parts, problems));
    expect(describeProblems(path, problems)).toEqual([]);
  });

  it.each(findPackageReadmes())("%s names what is there", async (path) => {
    const parts = readDocument(readFileSync(join(root, path), "utf8"));
    const told = parts.filter((part) => part.kind !== "block" || part.language === "sh");
    const problems = [
      ...(await runStory(path, told, known)),
      // `pnpm try-packages` runs them.
      ...parts.flatMap((part) => (part.kind === "block" && part.language !== "sh" ? checkVariables(part) : [])),
    ];
    expect(describeProblems(path, problems)).toEqual([]);
  });
});

const describeProblems = (path: string, problems: readonly Problem[]): readonly string[] =>
  problems.map(({ line, what, printed }) => `${path}:${line} ${what}${printed === undefined ? "" : `\n${printed}`}`);

function update(markdown: string, parts: readonly Part[], problems: readonly Problem[]): string {
  const lines = markdown.split("\n");
  for (const part of parts.toReversed()) {
    const printed = problems.find(
      ({ line, what }) => line === part.line && what === "this is not what is printed",
    )?.printed;
    if (part.kind === "block" && printed !== undefined && !/^\s*…$/m.test(part.text))
      lines.splice(part.line, part.lastLine - part.line - 1, printed.trimEnd());
  }
  return lines.join("\n");
}
