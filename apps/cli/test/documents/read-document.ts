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

/** `<!-- word: value -->`, for the runner alone; a comment in any other form has no word, and is the value. */
export interface Remark {
  readonly kind: "remark";
  readonly line: number;
  readonly word: string;
  readonly value: string;
}

/**
 * A paragraph, a heading or a row of a table, with the inline code and the links (pictures too) in it. HTML and the definition of a
 * reference have links only.
 */
export interface Prose {
  readonly kind: "prose";
  readonly line: number;
  readonly is: "paragraph" | "heading" | "tableRow" | "html" | "definition";
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
    const links = linksIn(node);
    const prose: Prose = { kind: "prose", line, is: "html", text: "", codes: [], links };
    return [...readComments(node.value, line), ...(links.length === 0 ? [] : [prose])];
  }
  if (node.type === "definition")
    return [{ kind: "prose", line, is: "definition", text: "", codes: [], links: [node.url] }];
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableRow") {
    const [text, codes, links] = [textIn(node).join(""), codesIn(node), linksIn(node)];
    return [{ kind: "prose", line, is: node.type, text, codes, links }, ...commentsIn(node)];
  }
  return "children" in node ? node.children.flatMap(readNode) : [];
}

/** The marks of what is generated are for other tools. */
const mark = /^<!-- (begin [a-z-]+ \(.*\)|end [a-z-]+|Generated .*) -->$/;

function readComments(html: string, line: number): readonly Remark[] {
  return (html.match(/<!--.*?(?:-->|$)/gs) ?? [])
    .filter((comment) => !mark.test(comment))
    .map((comment) => {
      const [, word = "", value = comment] = /^<!-- ([a-z]+): (.*?) -->$/s.exec(comment) ?? [];
      return { kind: "remark", line, word, value };
    });
}

function commentsIn(node: Nodes): readonly Remark[] {
  if (node.type === "html") return readComments(node.value, node.position?.start.line ?? 0);
  return "children" in node ? node.children.flatMap(commentsIn) : [];
}

function codesIn(node: Nodes): readonly string[] {
  if (node.type === "inlineCode") return [node.value];
  return "children" in node ? node.children.flatMap(codesIn) : [];
}

function linksIn(node: Nodes): readonly string[] {
  if (node.type === "html")
    return [...node.value.matchAll(/\s(?:href|src|srcset)\s*=\s*["']?([^\s"'>]+)/gi)].map(([, link = ""]) => link);
  const within = "children" in node ? node.children.flatMap(linksIn) : [];
  return node.type === "link" || node.type === "image" ? [node.url, ...within] : within;
}

function textIn(node: Nodes): readonly string[] {
  if (node.type === "text" || node.type === "inlineCode") return [node.value];
  return "children" in node ? node.children.flatMap(textIn) : [];
}
