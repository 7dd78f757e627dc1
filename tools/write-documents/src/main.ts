// Writes what data and measurements tell into the marked sections of documents, `pnpm generate`; the rest of each page is by hand.
import { readFile, writeFile } from "node:fs/promises";
import { pages } from "./pages.ts";
import { replaceSections } from "./replace-sections.ts";

for (const { path, readSections } of pages) {
  const file = new URL(`../../../${path}`, import.meta.url);
  await writeFile(file, replaceSections(await readFile(file, "utf8"), await readSections()));
}
