import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./find-documents.ts";
import type { Problem } from "./problem.ts";
import { readDocument, type Prose } from "./read-document.ts";

/** Links to files and headings of the repository that are not there; what is elsewhere is not asked for. */
export function checkLinks(document: string, { line, links }: Prose): readonly Problem[] {
  return links.flatMap((link) => {
    const wanted = followLink(document, link);
    if (wanted === undefined) return [];
    if (wanted.path.startsWith("..")) return [{ line, what: `${link} leads out of the repository` }];
    if (!existsSync(join(root, wanted.path))) return [{ line, what: `${wanted.path} is not there` }];
    return wanted.heading === "" || headingsOf(wanted.path).has(wanted.heading)
      ? []
      : [{ line, what: `${wanted.path} has no heading #${wanted.heading}` }];
  });
}

/** Where a link leads, from the root; nothing for one that leads elsewhere. */
export function followLink(
  document: string,
  link: string,
): { readonly path: string; readonly heading: string } | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [file = "", heading = ""] = link.split("#");
  return { path: file === "" ? document : relative(root, join(root, dirname(document), file)), heading };
}

const headings = new Map<string, ReadonlySet<string>>();

/** As GitHub names them: the second of the same has a number. Read once, as a page may have hundreds of links to itself. */
function headingsOf(path: string): ReadonlySet<string> {
  const known = headings.get(path);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const names = new Set<string>();
  for (const part of readDocument(readFileSync(join(root, path), "utf8"))) {
    if (part.kind !== "prose" || part.is !== "heading") continue;
    const name = part.text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    names.add(count === 0 ? name : `${name}-${count}`);
  }
  headings.set(path, names);
  return names;
}
