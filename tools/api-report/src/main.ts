// Writes down what each published package offers, `pnpm api-report`: `api/*.api.md` beside its manifest for review, `docs/api` for readers.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findEntries } from "./find-entries.ts";
import { writeReference } from "./write-reference.ts";
import { writeReports } from "./write-reports.ts";

const tool = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
const entries = await findEntries(root);
const { count, problems, declarations } = await writeReports(entries, tool);
const untold = await writeReference(entries, declarations, join(root, "docs/api"));
console.log(`${count} reports written, and as many pages of docs/api`);
for (const problem of [...problems, ...untold]) console.log(problem);
if (count === 0 || problems.length + untold.length > 0) process.exitCode = 1;
