// Writes QUIRKS.md from the tables of quirks: `pnpm --filter @secgroup/simulator run generate:quirks`.
import { writeFile } from "node:fs/promises";
import { describeQuirks } from "../src/describe-quirks.ts";

await writeFile(new URL("../QUIRKS.md", import.meta.url), describeQuirks());
