import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./find-documents.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

it("CONTRIBUTING.md names everything that has to pass", () => {
  const run = [...read(".ci/run").matchAll(/^with_tools (pnpm (?!install)[a-z:-]+)/gm)].map(
    ([, command = ""]) => command,
  );
  expect(run.length).toBeGreaterThan(3);
  const rows = read("CONTRIBUTING.md")
    .split("\n")
    .filter((line) => line.startsWith("| `pnpm "));
  for (const command of run)
    expect(
      rows.some((row) => row.startsWith(`| \`${command}\` |`)),
      command,
    ).toBe(true);
});
