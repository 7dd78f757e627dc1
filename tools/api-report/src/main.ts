// Writes down what each published package offers, `pnpm api-report`: `api/*.api.md` beside its manifest, for review.
import { fileURLToPath } from "node:url";
import { findEntries } from "./find-entries.ts";
import { writeReports } from "./write-reports.ts";

const tool = fileURLToPath(new URL("..", import.meta.url));
const { count, problems } = await writeReports(
  await findEntries(fileURLToPath(new URL("../../../", import.meta.url))),
  tool,
);
console.log(`${count} reports written`);
for (const problem of problems) console.log(problem);
if (count === 0 || problems.length > 0) process.exitCode = 1;
