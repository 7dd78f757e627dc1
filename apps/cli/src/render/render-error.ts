import type { SecurityGroupError } from "@secgroup/core";
import { more } from "./cut.ts";
import { describeErrors, type DescribedError } from "./describe-errors.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** An error for people: what, where, what the vendor said, what to do next; one after the other when there are several. */
export function renderError(error: SecurityGroupError, styles: Styles): readonly string[] {
  const { shown, left, total } = describeErrors([error]);
  const lines = shown.flatMap((single) => renderSingle(single, styles));
  if (left > 0) lines.push(styles.dim(more(left, "errors")));
  return total > 1 ? [...lines, count(total, "error")] : lines;
}

function renderSingle({ code, text, details, hint }: DescribedError, styles: Styles): readonly string[] {
  const below = [...details, ...(hint === undefined || hint === "" ? [] : [`hint: ${hint}`])];
  return [
    `${styles.red(styles.bold("error"))} ${styles.bold(code)}: ${text.replaceAll("\n", "\n  ")}`,
    ...below.map((line) => `  ${styles.dim(line)}`),
  ];
}
