// `pnpm mutate [folder or file below core's src]…`: changes core in a copy of the repository, and tells which changes no test notices.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyRepository } from "./copy-repository.ts";
import { describeScores, describeSurvivors } from "./describe-mutants.ts";
import { readReport } from "./read-report.ts";
import { runCommand } from "./run-command.ts";
import { runStryker } from "./run-stryker.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = join(root, "packages/core/src");

const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : ["normalize", "diff", "plan", "apply", "operation", "account"];
const unknown = parts.filter((part) => !existsSync(join(source, part)));
if (unknown.length > 0) {
  console.error(
    `Not in packages/core/src: ${unknown.join(", ")}. Name folders or files below it, such as diff or plan/order.`,
  );
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "secgroup-mutation-"));
const repository = join(folder, "repository");
const reports = join(folder, "reports");
await mkdir(reports);
try {
  console.log(`Copying the repository to ${repository} and installing its packages there`);
  await copyRepository(root, repository);
  await runCommand("pnpm", ["install", "--frozen-lockfile", "--prefer-offline", "--reporter=silent"], repository);
  for (const part of parts) {
    const reportFile = join(reports, `${part.replaceAll("/", "-")}.json`);
    console.log(`\nMutating packages/core/src/${part}`);
    await runStryker(repository, part, reportFile);
    const mutants = await readReport(reportFile);
    const survivors = describeSurvivors(mutants);
    console.log(["", ...describeScores(mutants), "", ...survivors, "", `The whole report: ${reportFile}`].join("\n"));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(repository, { recursive: true, force: true });
}
