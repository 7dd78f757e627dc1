import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { PublishedPackage } from "./published-packages.ts";
import { problemsOf, runCommand } from "./run-command.ts";

/** A package as the registry would get it. */
export interface PackedPackage extends PublishedPackage {
  /** The archive. */
  readonly tarball: string;
  /** A folder with what is in it. */
  readonly contents: string;
  readonly readme: string;
}

/** Packs into a folder of its own below `into`. Throws with the packer's words. */
export async function packPackage(published: PublishedPackage, into: string): Promise<PackedPackage> {
  const folder = join(into, published.name.replace("/", "-"));
  await mkdir(folder, { recursive: true });
  const packed = await runCommand("pnpm", ["pack", "--pack-destination", folder], { cwd: published.folder });
  const [archive] = await readdir(folder);
  if (!packed.isSuccess || archive === undefined)
    throw new Error(`${published.name} cannot be packed: ${packed.output}`);
  const tarball = join(folder, archive);
  const unpacked = await runCommand("tar", ["-xzf", tarball], { cwd: folder });
  if (!unpacked.isSuccess) throw new Error(`${tarball} cannot be unpacked: ${unpacked.output}`);
  const contents = join(folder, "package");
  const readme = await readFile(join(contents, "README.md"), "utf8").catch(() => "");
  return { ...published, tarball, contents, readme };
}

/** What publint says against an archive; suggestions count. */
export async function lintPackage({ tarball }: PackedPackage, tool: string): Promise<readonly string[]> {
  return problemsOf("pnpm", ["exec", "publint", "--strict", tarball], { cwd: tool });
}

/** Whether each entry's types are those of its module, for importers of ES modules. */
export async function checkEntryTypes(
  { name, entries, tarball }: Pick<PackedPackage, "name" | "entries" | "tarball">,
  tool: string,
): Promise<readonly string[]> {
  const args = ["exec", "attw", "--profile", "esm-only", "--format", "json", tarball];
  const { isSuccess, stdout, output } = await runCommand("pnpm", args, { cwd: tool });
  if (!stdout.startsWith("{")) return [output];
  const { analysis, problems = {} } = JSON.parse(stdout) as EntryTypes;
  // Of a package without any types it says so, and that all is well.
  const seen = Object.keys(analysis.entrypoints ?? {}).map((path) => name + path.slice(1));
  return [
    ...entries.filter((entry) => !seen.includes(entry)).map((entry) => `${entry} has no types`),
    ...(isSuccess ? [] : [JSON.stringify(problems, undefined, 2)]),
  ];
}

/** What attw says, as far as it is looked at. */
interface EntryTypes {
  readonly analysis: { readonly entrypoints?: Readonly<Record<string, unknown>> };
  readonly problems?: unknown;
}

/** What is missing, too much, or pointed at and not there. */
export async function checkContents({ contents, readme }: PackedPackage): Promise<readonly string[]> {
  const files = (await readdir(contents, { recursive: true })).toSorted();
  const maps = files.filter((file) => file.endsWith(".map"));
  const pages = files.filter((file) => file.endsWith(".md"));
  const links = await Promise.all(pages.map((page) => lostLinks(contents, page, files)));
  const pointers = await Promise.all(maps.map((map) => lostSources(contents, map, files)));
  return [
    ...["LICENSE", "README.md", "package.json"]
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is not packed`),
    ...files
      .filter((file) => /(^|\/)node_modules\/|\.test\.ts$|\.tsbuildinfo$/.test(file))
      .map((file) => `${file} is packed, and nobody needs it`),
    ...(maps.length > 0 ? [] : ["there is no source map that could be checked"]),
    ...pointers.flat(),
    ...links.flat(),
    ...(/^```\w+\nnpm install /m.test(readme) ? [] : ["README.md does not say how to install it"]),
  ];
}

async function lostLinks(contents: string, page: string, files: readonly string[]): Promise<readonly string[]> {
  const text = await readFile(join(contents, page), "utf8");
  return [...text.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !link.includes("://") && !files.includes(join(dirname(page), link)))
    .map((link) => `${page} links to ${link}, which is not packed`);
}

async function lostSources(contents: string, map: string, files: readonly string[]): Promise<readonly string[]> {
  const { sources } = JSON.parse(await readFile(join(contents, map), "utf8")) as {
    readonly sources: readonly string[];
  };
  return sources
    .map((source) => relative(contents, resolve(contents, dirname(map), source)))
    .filter((source) => !files.includes(source))
    .map((source) => `${map} points to ${source}, which is not packed`);
}
