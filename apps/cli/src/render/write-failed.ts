import type { SecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { cutList, more } from "./cut.ts";
import { renderError } from "./render-error.ts";
import { stylesFor } from "./styles.ts";
import { writeLines } from "./write.ts";

/** Errors that are shown of many. */
const mostErrors = 5;

/** Says why targets were left out, or are not as planned. */
export function writeFailed(failed: readonly SecurityGroupError[], output: Output): void {
  const styles = stylesFor(output);
  const { shown, left } = cutList(failed, mostErrors);
  writeLines(output, [
    ...shown.flatMap((error) => renderError(error, styles)),
    ...(left > 0 ? [styles.dim(more(left, "errors"))] : []),
  ]);
}
