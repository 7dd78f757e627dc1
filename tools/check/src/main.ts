// The one command for contributors, `pnpm check`: runs every check, prints one line each, and what is wrong below it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkApiReports } from "./check-api-reports.ts";
import { checkGenerated } from "./check-generated.ts";
import { checkPublished } from "./check-published.ts";
import { checkStructure } from "./check-structure.ts";
import { checkSupplies } from "./check-supplies.ts";
import { readPublication } from "./read-published.ts";
import { readSupplies } from "./read-supplies.ts";
import { readWorkspace } from "./read-workspace.ts";
import { runCommand } from "./run-command.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const packages = await readWorkspace(root);
const folders = packages.map(({ folder }) => folder);

async function command(name: string, ...args: string[]): Promise<string[]> {
  const { isSuccess, output } = await runCommand("pnpm", ["exec", name, ...args], root);
  return isSuccess ? [] : [output];
}

/** Sources are built by `tsc -b`; tests and tools are only looked at. */
async function checkTypes(): Promise<string[]> {
  const sources = packages.map(({ folder }) => folder).filter((folder) => !folder.startsWith("tools/"));
  const built = await command("tsc", "-b", ...sources);
  if (built.length > 0) return built;
  const others = packages
    .flatMap(({ folder }) =>
      folder.startsWith("tools/")
        ? [`${folder}/tsconfig.json`]
        : [`${folder}/test/tsconfig.json`, `${folder}/test-pages/tsconfig.json`],
    )
    .filter((path) => existsSync(join(root, path)));
  const problems: string[] = [];
  for (const path of others) problems.push(...(await command("tsc", "-p", path)));
  return problems;
}

const checks: readonly (readonly [title: string, check: () => Promise<string[]>])[] = [
  ["generated files are unchanged", () => checkGenerated(root)],
  ["types", checkTypes],
  ["API reports are unchanged", () => checkApiReports(root, folders)],
  ["lint", () => command("oxlint", "--type-aware", "--deny-warnings")],
  ["format", () => command("oxfmt", "--check", ".")],
  ["structure", () => Promise.resolve(checkStructure(packages))],
  ["what is published", async () => checkPublished(await readPublication(root, folders))],
  ["supplies", async () => checkSupplies(await readSupplies(root, folders))],
];

for (const [title, check] of checks) {
  const problems = await check();
  console.log(`${problems.length === 0 ? "ok    " : "failed"}  ${title}`);
  if (problems.length > 0) {
    console.log(problems.join("\n"));
    process.exitCode = 1;
  }
}
