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
    if (!existsSync(join(root, wanted.path))) return [{ line, what: `${wanted.path} is not there` }];
    return wanted.heading === "" || headingsOf(wanted.path).includes(wanted.heading)
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

/** As GitHub names them. */
function headingsOf(path: string): readonly string[] {
  return readDocument(readFileSync(join(root, path), "utf8")).flatMap((part) =>
    part.kind === "prose" && part.is === "heading"
      ? [
          part.text
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
            .replaceAll(" ", "-"),
        ]
      : [],
  );
}
