import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileNameOf, type Entry } from "./find-entries.ts";
import { readDeclarations } from "./read-declarations.ts";
import { anchorsOf, arrangeChapters, findUntold, writeReferencePage, type Chapter } from "./write-reference-page.ts";

interface Page {
  readonly entry: Entry;
  readonly file: string;
  readonly overview: string;
  readonly chapters: readonly Chapter[];
  /** Where names are from that the page speaks of and does not tell of: an entry, by name. */
  readonly from: ReadonlyMap<string, string>;
}

/**
 * Writes a page for each entry, and one that lists them, into the folder. `texts` has the declarations of each by its name. Answers with
 * what is exported and has no docstring, one sentence each.
 */
export async function writeReference(
  entries: readonly Entry[],
  texts: ReadonlyMap<string, string>,
  folder: string,
): Promise<readonly string[]> {
  const pages = entries.map((entry) => readPage(entry, entries, texts));
  const links = new Map(pages.map(({ entry, file, chapters }) => [entry.name, linksTo(file, chapters)]));
  await mkdir(folder, { recursive: true });
  for (const { entry, file, overview, chapters, from } of pages) {
    const elsewhere = new Map(
      [...from].flatMap(([name, other]): readonly [string, string][] => {
        const link = links.get(other)?.get(name);
        return link === undefined ? [] : [[name, link]];
      }),
    );
    await writeFile(join(folder, file), writeReferencePage({ entry: entry.name, overview, chapters, elsewhere }));
  }
  await writeFile(join(folder, "README.md"), writeIndex(pages));
  return pages.flatMap(({ entry, chapters }) => findUntold(entry.name, chapters));
}

function readPage(entry: Entry, entries: readonly Entry[], texts: ReadonlyMap<string, string>): Page {
  const { overview, imported, ...rest } = readDeclarations(texts.get(entry.name) ?? "");
  // What another entry of a package only repeats stands on the page of its main entry, which comes first.
  const main = entries.find(({ folder }) => folder === entry.folder) ?? entry;
  const repeated =
    main === entry
      ? []
      : readDeclarations(texts.get(main.name) ?? "").declarations.map(({ name }) => [name, main.name] as const);
  const from = new Map([...imported, ...repeated]);
  return {
    entry,
    file: `${fileNameOf(entry)}.md`,
    overview: overview === "" ? entry.description : overview,
    chapters: arrangeChapters(rest.declarations, (name) => from.has(name)),
    from,
  };
}

const linksTo = (file: string, chapters: readonly Chapter[]): ReadonlyMap<string, string> =>
  new Map([...anchorsOf(chapters)].map(([name, anchor]) => [name, file + anchor]));

function writeIndex(pages: readonly Page[]): string {
  const rows = pages.map(({ entry, file, overview }) => {
    const [first = ""] = overview.split("\n\n");
    return `| [\`${entry.name}\`](${file}) | ${first.replaceAll("\n", " ")} |`;
  });
  return `${introduction}\n\n| import | what it is |\n|---|---|\n${rows.join("\n")}\n`;
}

const introduction = `# API reference

<!-- Generated from the docstrings; do not edit. Again: pnpm api-report -->

What programs can import, with every docstring; each package's README shows how to begin with it. The generated entries of
\`@secgroup/api-types\` are the vendors' own words and stand in its sources.`;
