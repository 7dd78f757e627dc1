import { SecurityGroupError } from "@secgroup/core";
import { isAlias, isMap, isSeq, visit, type Document, type LineCounter, type ParsedNode, type YAMLSeq } from "yaml";
import { formatPath, type DocumentPath } from "../source/document-path.ts";
import { keyText } from "../source/key-text.ts";
import type { RuleEdit } from "./edit-rules.ts";

/** A text with what is known of all of it. */
export interface ParsedText {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** The nodes that aliases stand for. */
  readonly shared: ReadonlySet<unknown>;
}

/** A list of rules in the text of a document. */
export interface RuleList {
  /** The key that it stands under, `ingress` or `egress`. */
  readonly key: ParsedNode;
  readonly list: YAMLSeq.Parsed;
}

/**
 * Finds the list that an edit is about, and makes sure that its entries can be changed without changing anything else.
 *
 * Throws `unsupported` where an alias, or an anchor that an alias names, is in the way; `RangeError` for an entry that is not there.
 */
export function findList({ document, lines, shared }: ParsedText, edit: RuleEdit): RuleList {
  const path: DocumentPath = ["groups", edit.group, edit.direction];
  const checkOwn = (node: ParsedNode, at: DocumentPath): void => {
    if (isAlias(node) || shared.has(node)) throw sharedError(node, at, lines);
  };
  let key: ParsedNode | undefined;
  let node = document.contents;
  for (const [depth, step] of ["groups", edit.group, edit.direction].entries()) {
    const pair = isMap(node) ? node.items.find((item) => keyText(item.key) === step) : undefined;
    if (pair === undefined || pair.value === null) throw new RangeError(`the document has no ${formatPath(path)}`);
    key = pair.key;
    node = pair.value;
    checkOwn(node, path.slice(0, depth + 1));
  }
  if (key === undefined || !isSeq(node)) throw new RangeError(`the document has no list ${formatPath(path)}`);
  const list = node;
  for (const index of edit.entries.keys()) {
    const entry = list.items[index];
    if (entry === undefined) throw new RangeError(`the document has no ${formatPath([...path, index])}`);
    checkOwn(entry, [...path, index]);
    visit(entry, {
      Value: (_, node) => {
        if (shared.has(node)) throw sharedError(entry, [...path, index], lines);
      },
    });
  }
  return { key, list };
}

function sharedError(node: ParsedNode, path: DocumentPath, lines: LineCounter): SecurityGroupError {
  const { line, col } = lines.linePos(node.range[0]);
  const where = formatPath(path);
  const what = isAlias(node) ? `is the alias *${node.source}` : "has an anchor that an alias names";
  return new SecurityGroupError(
    "unsupported",
    `${where} on line ${line} ${what}, so that its text says more than this`,
    {
      place: { line, column: col, path: where },
      hint: "Edit this document by hand.",
    },
  );
}
