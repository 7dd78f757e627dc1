import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../../../", import.meta.url));

/** Pages that are held to their sources elsewhere, each with where. */
const elsewhere: readonly (readonly [path: RegExp, where: string])[] = [
  [
    /^(packages|apps)\/[^/]+\/README\.md$/,
    "their examples run in `pnpm try-packages`, from the packed package, on every Node",
  ],
  [/^packages\/[^/]+\/api\/.*\.api\.md$/, "`pnpm check` compares them with what the package offers"],
  [/^apps\/[^/]+\/api\/.*\.api\.md$/, "`pnpm check` compares them with what the package offers"],
  [/^\.changeset\/(?!README\.md$)/, "notes for the next release, which go away with it"],
  [/(^|\/)CHANGELOG\.md$/, "written by the release out of its notes"],
];

const skipped = new Set(["node_modules", "dist", ".git", ".turbo", "coverage"]);

/** Every document of the repository, by its path from the root, found by looking. */
export function findDocuments(): readonly string[] {
  return listPages("").filter((path) => !elsewhere.some(([pattern]) => pattern.test(path)));
}

function listPages(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listPages(path);
    return entry.isFile() && entry.name.endsWith(".md") ? [path] : [];
  });
}
