import { isCollection, isScalar, visit, type Node, type ParsedNode, type YAMLSeq } from "yaml";
import type { RuleEntry } from "../document.ts";
import type { RuleList } from "./find-list.ts";
import { lineBreak, lineEnd, lineStart, skipBlanksBack, wholeLines } from "./lines.ts";
import type { Splice } from "./splice.ts";
import { writeEntry } from "./write-entry.ts";

/**
 * Changes entries of a list whose entries each begin with a dash. Deleted entries go with the comments directly above them; a list
 * that is left with none becomes `[]`.
 */
export function spliceBlockList(
  text: string,
  { key, list }: RuleList,
  entries: ReadonlyMap<number, readonly RuleEntry[]>,
): readonly Splice[] {
  const dashes = findDashes(list);
  const splices = [...entries].flatMap(([index, written]): readonly Splice[] => {
    const node = list.items[index];
    const dash = dashes[index];
    if (node === undefined || dash === undefined) return [];
    const end = contentEnd(text, node);
    const [first, ...others] = written.map((entry) => writeEntry(entry, node));
    if (first === undefined) return [{ ...wholeLines(text, dash, end), text: "" }];
    const indent = text.slice(lineStart(text, dash), dash);
    const next = skipBlanksBack(text, lineEnd(text, end));
    const added = others.map((other) => `${indent}- ${other}`).join(lineBreak(text));
    return [
      { start: node.range[0], end, text: first },
      ...(others.length > 0 ? [{ start: next, end: next, text: `${lineBreak(text)}${added}` }] : []),
    ];
  });
  const isEmptied = list.items.every((_, index) => entries.get(index)?.length === 0);
  if (!isEmptied) return splices;
  const colon = text.indexOf(":", key.range[1]) + 1;
  return [{ start: colon, end: colon, text: " []" }, ...splices];
}

/** Where the dash of each entry stands. */
function findDashes({ srcToken }: YAMLSeq.Parsed): readonly number[] {
  if (srcToken?.type !== "block-seq") return [];
  return srcToken.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === "seq-item-ind").map(({ offset }) => offset),
  );
}

/** Where the last thing that a node says ends; the range of a node in block style reaches further, to what follows. */
function contentEnd(text: string, node: ParsedNode): number {
  let end = node.range[0];
  let isKept = false;
  visit(node, {
    Node: (_, inner) => {
      const innerEnd = inner.range?.[1] ?? 0;
      if ((isCollection(inner) && inner.flow !== true) || innerEnd < end) return;
      end = innerEnd;
      isKept = keepsBlankLines(text, inner);
    },
  });
  if (!isKept) return skipBlanksBack(text, end);
  return text[end - 1] === "\n" ? end - 1 : end;
}

/** Whether the blank lines that follow a text are part of it, as its `|+` or `>+` says. */
function keepsBlankLines(text: string, node: Node): boolean {
  if (!isScalar(node) || (node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED")) return false;
  return /^[|>]\d?\+/.test(text.slice(node.range?.[0]));
}
