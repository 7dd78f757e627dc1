import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runCommand } from "../run-command.ts";
import { compareLines } from "./expected-lines.ts";
import type { Answers } from "./plan-and-explain.ts";

/** Fetched from the registry when it is needed, and not installed with the workspace: it is as large as all the rest. */
const deno = "deno@2.9.6";

/** Runs the script in Deno, without any permission. */
export async function tryInDeno(script: string, answers: Answers): Promise<readonly string[]> {
  const main = join(dirname(script), "deno.mjs");
  await writeFile(
    main,
    `import "./script.js";\nfor (const line of await tryPackages(${JSON.stringify(answers)})) console.log(line);\n`,
  );
  const args = [
    "-y",
    "--ignore-scripts",
    "-p",
    deno,
    "deno",
    "run",
    "--no-config",
    "--no-prompt",
    "--cached-only",
    main,
  ];
  const { isSuccess, stdout, output } = await runCommand("npx", args, { cwd: dirname(script) });
  return isSuccess ? compareLines(stdout.trimEnd().split("\n")) : [output];
}
