import type { JSX } from "preact";

interface MarkProperties {
  readonly kind?: "opens" | "closes";
  readonly sign: string;
  /** For those who do not see the sign, or wonder. */
  readonly words: string;
}

/** A sign for what a plan does with a group or a part of it. */
export function Mark({ kind, sign, words }: MarkProperties): JSX.Element {
  return (
    <span class={`mark ${kind ?? ""}`} title={words}>
      <span aria-hidden="true">{sign}</span>
      <span class="hidden"> {words}</span>
    </span>
  );
}
