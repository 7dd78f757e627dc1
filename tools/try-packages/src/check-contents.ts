import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { PackedPackage } from "./packed-package.ts";

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
