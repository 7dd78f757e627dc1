import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A fence; `information` is what stands behind its language: the name of a file, or how a command ends. */
export interface Block {
  readonly kind: "block";
  readonly line: number;
  /** The line of the closing fence. */
  readonly lastLine: number;
  readonly language: string;
  readonly information: string;
  readonly text: string;
}

/** `<!-- word: value -->`, for the runner alone. */
export interface Remark {
  readonly kind: "remark";
  readonly line: number;
  readonly word: string;
  readonly value: string;
}

/** A paragraph, a heading or a row of a table, with the inline code and the links (pictures too) in it. */
export interface Prose {
  readonly kind: "prose";
  readonly line: number;
  readonly is: "paragraph" | "heading" | "tableRow";
  readonly text: string;
  readonly codes: readonly string[];
  readonly links: readonly string[];
}

export type Part = Block | Remark | Prose;

/** A document as its parts, in order, those in lists and quotes too. */
export function readDocument(markdown: string): readonly Part[] {
  return readNode(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

function readNode(node: Nodes): readonly Part[] {
  const line = node.position?.start.line ?? 0;
  if (node.type === "code") {
    const { lang, meta, value: text, position } = node;
    const lastLine = position?.end.line ?? line;
    return [{ kind: "block", line, lastLine, language: lang ?? "", information: meta ?? "", text }];
  }
  if (node.type === "html") {
    const [, word, value] = /^<!-- ([a-z]+): (.*?) -->$/s.exec(node.value) ?? [];
    return word === undefined || value === undefined ? [] : [{ kind: "remark", line, word, value }];
  }
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableRow") {
    const [text, codes, links] = [textIn(node).join(""), codesIn(node), linksIn(node)];
    return [{ kind: "prose", line, is: node.type, text, codes, links }];
  }
  return "children" in node ? node.children.flatMap(readNode) : [];
}

function codesIn(node: Nodes): readonly string[] {
  if (node.type === "inlineCode") return [node.value];
  return "children" in node ? node.children.flatMap(codesIn) : [];
}

function linksIn(node: Nodes): readonly string[] {
  const within = "children" in node ? node.children.flatMap(linksIn) : [];
  return node.type === "link" || node.type === "image" ? [node.url, ...within] : within;
}

function textIn(node: Nodes): readonly string[] {
  if (node.type === "text" || node.type === "inlineCode") return [node.value];
  return "children" in node ? node.children.flatMap(textIn) : [];
}
