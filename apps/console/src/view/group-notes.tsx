import type { JSX } from "preact";
import type { ReportNote } from "../report.ts";

/** What there is to know of a group beside its traffic and rules. */
export function GroupNotes({ notes }: { readonly notes: readonly ReportNote[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map(({ kind, text }) => (
        <li key={text} class={kind}>
          {text}
        </li>
      ))}
    </ul>
  );
}
