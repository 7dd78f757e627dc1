import type { Styles } from "./styles.ts";

/** A line of two columns with a sign in front. */
export interface Row {
  readonly sign: string;
  readonly text: string;
  /** Beside the text, dimmed. */
  readonly note: string;
}

/** A text longer than this does not push the notes of the others to the right. */
const widestText = 58;

/** Rows with their notes below each other. */
export function alignRows(rows: readonly Row[], indent: string, styles: Styles): readonly string[] {
  const widths = rows.map(({ text }) => text.length).filter((width) => width <= widestText);
  const width = Math.max(0, ...widths);
  return rows.map(
    ({ sign, text, note }) => `${indent}${sign} ${note === "" ? text : `${text.padEnd(width)}  ${styles.dim(note)}`}`,
  );
}
