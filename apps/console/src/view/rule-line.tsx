import type { PicturedRule } from "@secgroup/core";
import type { JSX } from "preact";

interface RuleLineProperties {
  readonly text: string;
  readonly stands: PicturedRule["stands"];
  readonly note?: string | undefined;
}

const signs: Readonly<Record<PicturedRule["stands"], string>> = { before: "−", after: "+", always: "·" };
const words: Readonly<Record<PicturedRule["stands"], string>> = { before: "goes", after: "comes", always: "stays" };

/** A rule in a list, with a sign for what becomes of it. */
export function RuleLine({ text, stands, note = "" }: RuleLineProperties): JSX.Element {
  return (
    <li class={stands}>
      <span class="sign" title={words[stands]}>
        {signs[stands]}
      </span>{" "}
      {text} {note === "" ? null : <span class="quiet">{note}</span>}
    </li>
  );
}
