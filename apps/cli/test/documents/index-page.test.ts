import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { followLink } from "./check-links.ts";
import { findDocuments, root } from "./find-documents.ts";
import { readDocument } from "./read-document.ts";

/** The pages of `docs` that can be reached by links from this one, itself included. */
function reach(page: string, reached: Set<string> = new Set()): ReadonlySet<string> {
  reached.add(page);
  for (const part of readDocument(readFileSync(join(root, page), "utf8"))) {
    if (part.kind !== "prose") continue;
    for (const link of part.links) {
      const path = followLink(page, link)?.path ?? "";
      if (/^docs\/.*\.md$/.test(path) && !reached.has(path)) reach(path, reached);
    }
  }
  return reached;
}

it("docs/README.md leads to every page", () => {
  const pages = findDocuments().filter((path) => path.startsWith("docs/"));
  expect([...reach("docs/README.md")].toSorted()).toEqual(pages.toSorted());
});
