import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";

/**
 * Mutates one folder or file of core's sources, such as `diff` or `plan/step.ts`, in a copy of the repository that has its packages
 * installed. The report is written as JSON.
 */
export async function runStryker(repository: string, part: string, reportFile: string): Promise<void> {
  const installed = join(repository, "tools/mutation-test/node_modules/@stryker-mutator");
  const config = {
    testRunner: "vitest",
    plugins: [join(installed, "vitest-runner/dist/src/index.js")],
    vitest: { configFile: join(repository, "tools/mutation-test/src/in-copy/vitest-configuration.ts"), related: false },
    mutate: [part.endsWith(".ts") ? `src/${part}` : `src/${part}/**/*.ts`],
    // Texts are for people; words that the code decides by are closed lists, where the compiler finds a wrong one.
    mutator: { excludedMutations: ["StringLiteral"] },
    coverageAnalysis: "perTest",
    // What runs while a file is loaded belongs to no test, so that each such mutant would need them all.
    ignoreStatic: true,
    // A sandbox of Stryker's own would cut the sources off from the files of the workspace that they need.
    inPlace: true,
    // TypeScript 7 has no API that Stryker could read its configuration with; a file that is not there is passed over.
    tsconfigFile: "no-tsconfig.json",
    concurrency: Math.max(1, availableParallelism() - 1),
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: reportFile },
    allowConsoleColors: false,
  };
  const configFile = reportFile.replace(/\.json$/, ".config.json");
  await writeFile(configFile, JSON.stringify(config, undefined, 2));
  const stryker = join(installed, "core/bin/stryker.js");
  await runCommand(process.execPath, [stryker, "run", configFile], join(repository, "packages/core"), {
    MUTATED_PART: part,
  });
}
