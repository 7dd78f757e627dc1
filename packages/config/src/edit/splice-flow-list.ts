import type { YAMLSeq } from "yaml";
import type { RuleEntry } from "../document.ts";
import type { RuleList } from "./find-list.ts";
import { lineBreak, lineEnd, lineStart, wholeLines } from "./lines.ts";
import type { Splice } from "./splice.ts";
import { writeEntry } from "./write-entry.ts";

/** Where an entry stands, with its anchor, and the comma after it, if there is one. */
interface FlowEntry {
  readonly start: number;
  readonly end: number;
  readonly comma: number | undefined;
}

/**
 * Changes entries of a list in brackets. A deleted entry goes with its comma, and with its lines and the comments directly above
 * them where it has lines to itself; a list that is left with none becomes `[]`.
 */
export function spliceFlowList(
  text: string,
  { list }: Pick<RuleList, "list">,
  entries: ReadonlyMap<number, readonly RuleEntry[]>,
): readonly Splice[] {
  const isDeleted = (index: number): boolean => entries.get(index)?.length === 0;
  const kept = list.items.findLastIndex((_, index) => !isDeleted(index));
  if (kept < 0) return [{ start: list.range[0], end: list.range[1], text: "[]" }];
  const places = findEntries(list);
  const splices = places.flatMap((place, index): readonly Splice[] => {
    const node = list.items[index];
    const written = entries.get(index);
    if (node === undefined || written === undefined) return [];
    if (written.length === 0) return [deleteEntry(text, place, index > kept)];
    const indent = indentOf(text, place.start);
    const between = indent === undefined ? ", " : `,${lineBreak(text)}${indent}`;
    const instead = written.map((entry) => writeEntry(entry, node)).join(between);
    return [{ start: node.range[0], end: node.range[1], text: instead }];
  });
  // JSON has no comma after the last entry, so it must not come to have one.
  const comma = places[kept]?.comma;
  const hadNone = places.at(-1)?.comma === undefined;
  return hadNone && comma !== undefined ? [...splices, { start: comma, end: comma + 1, text: "" }] : splices;
}

function findEntries(list: YAMLSeq.Parsed): readonly FlowEntry[] {
  const { srcToken } = list;
  if (srcToken?.type !== "flow-collection") return [];
  return list.items.map(({ range: [start, end] }, index) => {
    const anchor = srcToken.items[index]?.start.find(({ type }) => type === "anchor");
    const comma = srcToken.items[index + 1]?.start.find(({ type }) => type === "comma");
    return { start: anchor?.offset ?? start, end, comma: comma?.offset };
  });
}

function deleteEntry(text: string, { start, end, comma }: FlowEntry, isBehindAll: boolean): Splice {
  const after = comma === undefined ? end : comma + 1;
  const rest = text.slice(after, lineEnd(text, after) + 1);
  const isFirstOfLine = indentOf(text, start) !== undefined;
  if (isFirstOfLine && /^[ \t]*(#[^\n]*)?\r?\n$/.test(rest)) return { ...wholeLines(text, start, after), text: "" };
  // One run of blanks is left of the two around it: the one before it, because that may be an indent, unless nothing follows.
  if (!isBehindAll || isFirstOfLine) return { start, end: after + blanksOf(/^[ \t]*/, rest), text: "" };
  return { start: start - blanksOf(/[ \t]*$/, text.slice(lineStart(text, start), start)), end: after, text: "" };
}

function blanksOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The blanks before an offset, if there is nothing else before it on its line. */
function indentOf(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}
