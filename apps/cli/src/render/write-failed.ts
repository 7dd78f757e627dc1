import type { SecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { renderError } from "./render-error.ts";
import { stylesFor } from "./styles.ts";
import { writeLines } from "./write.ts";

/** Says which targets were left out, and why. */
export function writeFailed(failed: readonly SecurityGroupError[], output: Output): void {
  writeLines(
    output,
    failed.flatMap((error) => renderError(error, stylesFor(output))),
  );
}
