import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { findDocuments, root } from "./find-documents.ts";

const parse = (markdown: string): Nodes =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const walk = (node: Nodes): readonly Nodes[] => [node, ...("children" in node ? node.children.flatMap(walk) : [])];

const textOf = (node: Nodes): string =>
  walk(node)
    .flatMap((one) => ("value" in one ? [one.value] : []))
    .join("");

/** The anchors of a page's headings, as forges make them. */
const anchorsOf = (markdown: string): readonly string[] =>
  walk(parse(markdown)).flatMap((node) =>
    node.type === "heading"
      ? [
          textOf(node)
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
            .replaceAll(" ", "-"),
        ]
      : [],
  );

/** Links of a page to files and headings that are not there. */
function brokenLinks(path: string, markdown: string): readonly string[] {
  return walk(parse(markdown)).flatMap((node) => {
    if ((node.type !== "link" && node.type !== "image") || /^[a-z]+:/.test(node.url)) return [];
    const [file = "", anchor] = node.url.split("#");
    const target = join(root, dirname(path), file);
    if (file !== "" && !existsSync(target)) return [node.url];
    const there = file === "" ? markdown : anchor === undefined ? "" : readFileSync(target, "utf8");
    return anchor === undefined || anchorsOf(there).includes(anchor) ? [] : [node.url];
  });
}

describe("links of documents", () => {
  it("lead to files and headings that are there", () => {
    const broken = findDocuments().flatMap((path) =>
      brokenLinks(path, readFileSync(join(root, path), "utf8")).map((url) => `${path}: ${url}`),
    );
    expect(broken).toEqual([]);
  });

  it("that lead nowhere are found", () => {
    expect(
      brokenLinks("any.md", "# A b\n[x](#a-b) [y](#a-c) [z](nowhere.md) ![p](nowhere.png) [w](https://example.com)"),
    ).toEqual(["#a-c", "nowhere.md", "nowhere.png"]);
  });
});
