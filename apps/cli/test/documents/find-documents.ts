import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * READMEs of packages: `pnpm try-packages` runs their examples, from the packed package on every Node; here their text and their commands
 * of the shell are looked at.
 */
const packageReadme = /^(packages|apps)\/[^/]+\/README\.md$/;

/** Pages that are no documents, each with the reason. */
const others: readonly (readonly [path: RegExp, reason: string])[] = [
  [/\.api\.md$/, "`pnpm check` compares these reports with what the packages offer"],
  [/^\.changeset\/(?!README\.md$)/, "notes for the next release, which go away with it"],
  [/(^|\/)CHANGELOG\.md$/, "written by the release out of its notes"],
];

const skipped = new Set(["node_modules", "dist", ".git", ".turbo", "coverage"]);

/** Every document of the repository, by its path from the root, found by looking. */
export const findDocuments = (): readonly string[] => findPages().filter((path) => !packageReadme.test(path));

export const findPackageReadmes = (): readonly string[] => findPages().filter((path) => packageReadme.test(path));

const findPages = (): readonly string[] =>
  listPages("").filter((path) => !others.some(([pattern]) => pattern.test(path)));

function listPages(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listPages(path);
    return entry.isFile() && entry.name.endsWith(".md") ? [path] : [];
  });
}
