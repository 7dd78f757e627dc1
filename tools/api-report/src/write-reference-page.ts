import type { Declaration } from "./read-declarations.ts";

/** What a page of the reference is made of. */
export interface ReferencePage {
  /** As importers write it, such as `@secgroup/core`. */
  readonly entry: string;
  readonly overview: string;
  readonly chapters: readonly Chapter[];
  /** Links for names that another page tells of. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** Declarations under one heading. */
export interface Chapter {
  readonly title: string;
  /** What is said of all of them; empty for nothing. */
  readonly text: string;
  readonly members: readonly Declaration[];
}

const chapters = [
  ["Functions", "function"],
  ["Classes", "class"],
  ["Constants", "constant"],
  ["Types", "type"],
] as const;

/** What a page tells, in its order. Parts of types that another page tells of are left out. */
export function arrangeChapters(
  declarations: readonly Declaration[],
  isElsewhere: (name: string) => boolean,
): readonly Chapter[] {
  const exported = chapters.map(([title, kind]) => ({
    title,
    text: "",
    members: declarations.filter((declaration) => declaration.isExported && declaration.kind === kind),
  }));
  const inner = {
    title: "Parts of types",
    text: "Not exported: what exported types have in common, or are put together from.",
    members: declarations.filter(({ isExported, name }) => !isExported && !isElsewhere(name)),
  };
  return [...exported, inner].filter(({ members }) => members.length > 0);
}

/** What is exported and has no docstring, one sentence each. */
export const findUntold = (entry: string, chapters: readonly Chapter[]): readonly string[] =>
  chapters.flatMap(({ members }) =>
    members
      .filter(({ isExported, text }) => isExported && text === "")
      .map(({ name }) => `${entry} exports ${name} without a docstring`),
  );

/** The anchor of each name, as GitHub makes them of headings: in lower case, and the second of the same with a number. */
export function anchorsOf(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  const anchorOf = (heading: string): string => {
    const plain = heading.toLowerCase().replaceAll(" ", "-");
    const count = seen.get(plain) ?? 0;
    seen.set(plain, count + 1);
    return `#${plain}${count === 0 ? "" : `-${count}`}`;
  };
  const anchors = new Map<string, string>();
  for (const { title, members } of chapters) {
    anchorOf(title);
    for (const { name } of members) anchors.set(name, anchorOf(name));
  }
  return anchors;
}

/** One entry as Markdown: what it is, a list of all that it has, and each with its docstring and its declaration. */
export function writeReferencePage({ entry, overview, chapters, elsewhere }: ReferencePage): string {
  const links = new Map([...elsewhere, ...anchorsOf(chapters)]);
  return `${[
    `# ${entry}`,
    "<!-- Generated from the docstrings; do not edit. Again: pnpm api-report -->",
    overview,
    "[All packages](README.md)",
    ...chapters.map(({ title, members }) => `**${title}:** ${members.map(({ name }) => link(name, links)).join(", ")}`),
    ...chapters.flatMap(({ title, text, members }) => [
      `## ${title}`,
      ...(text === "" ? [] : [text]),
      ...members.map((declaration) => describe(declaration, links)),
    ]),
  ].join("\n\n")}\n`;
}

function describe({ name, text, code, mentions }: Declaration, links: ReadonlyMap<string, string>): string {
  const known = mentions.filter((mention) => links.has(mention));
  return [
    `### ${name}`,
    ...(text === "" ? [] : [text]),
    `\`\`\`ts\n${code}\n\`\`\``,
    ...(known.length > 0 ? [`See ${known.map((mention) => link(mention, links)).join(", ")}.`] : []),
  ].join("\n\n");
}

const link = (name: string, links: ReadonlyMap<string, string>): string => `[\`${name}\`](${links.get(name)})`;
