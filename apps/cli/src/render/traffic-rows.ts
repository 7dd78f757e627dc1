import type { ExampleLine } from "@secgroup/core";
import type { GroupNames } from "./describe-rules.ts";
import { more } from "./cut.ts";
import { describeExample, describeTraffic } from "./describe-traffic.ts";
import type { Styles } from "./styles.ts";

/** Traffic of which the same is said. */
export interface TrafficList<Line extends ExampleLine> {
  /** What becomes of it, such as `opens`; of equal width, escapes aside, for lists that stand together. */
  readonly word: string;
  readonly lines: readonly Line[];
  /** Said below a line. */
  readonly remark?: ((line: Line) => string | undefined) | undefined;
}

/** Where rows stand: what is in front of the word, and the column, from 0, of the text behind it. */
export interface RowPlace {
  readonly indent: string;
  readonly textAt: number;
}

interface TrafficRow {
  readonly word: string;
  readonly text: string;
  readonly example: string;
  readonly remark: string | undefined;
}

/** A list longer than this is cut. */
const mostRows = 6;
/** What a terminal shows without wrapping. */
const lineWidth = 80;

/** Each line of traffic with an example, beside it where there is room, else below. */
export function trafficRows<Line extends ExampleLine>(
  lists: readonly TrafficList<Line>[],
  { indent, textAt }: RowPlace,
  names: GroupNames,
  styles: Styles,
): readonly string[] {
  const below = " ".repeat(textAt);
  const cut = lists.map((list) => ({
    rows: list.lines.slice(0, mostRows).map((line) => rowOf(line, list, names)),
    left: list.lines.length - mostRows,
  }));
  const fits = (width: number, example: string): boolean => textAt + width + 2 + example.length <= lineWidth;
  const widths = cut
    .flatMap(({ rows }) => rows)
    .map(({ text, example }) => (fits(text.length, example) ? text.length : 0));
  const width = Math.max(0, ...widths);
  return cut.flatMap(({ rows, left }) => [
    ...rows.flatMap(({ word, text, example, remark }) => {
      const isBeside = text.length <= width && fits(width, example);
      const notes = [...(isBeside ? [] : [example]), ...(remark === undefined ? [] : [remark])];
      return [
        `${indent}${word} ${isBeside ? `${text.padEnd(width)}  ${styles.dim(example)}` : text}`,
        ...notes.map((note) => `${below}${styles.dim(note)}`),
      ];
    }),
    ...(left > 0 ? [`${below}${styles.dim(more(left))}`] : []),
  ]);
}

function rowOf<Line extends ExampleLine>(
  line: Line,
  { word, remark }: TrafficList<Line>,
  names: GroupNames,
): TrafficRow {
  const example = `e.g. ${describeExample(line.example, names)}`;
  const said = remark?.(line);
  return { word, text: describeTraffic(line.line, names), example, remark: said };
}
