import type { SecurityGroupError } from "@secgroup/core";
import { renderError } from "../render/render-error.ts";
import { stylesFor } from "../render/styles.ts";
import { writeComment, type CommentBlock, type Subject } from "./comment.ts";
import { codeBlock } from "./literal.ts";

/** More lines than these are cut: the log has them all. */
const mostLines = 40;
const widestLine = 500;

/** What takes the place of a comment where there is nothing else to tell, so that no earlier one stays as if it were true. */
export function failureComment(error: SecurityGroupError, subject: Subject): string {
  return writeComment(subject, "**Failed.** Nothing is known of what would change.", failureBlocks([error]));
}

/** Why something is not told of. */
export function failureBlocks(errors: readonly SecurityGroupError[]): readonly CommentBlock[] {
  if (errors.length === 0) return [];
  const lines = errors
    .flatMap((error) => renderError(error, stylesFor({ hasColor: false })))
    .flatMap((line) => line.split("\n"))
    .map((line) => (line.length > widestLine ? `${line.slice(0, widestLine)}…` : line));
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), "… the log has more"] : lines;
  return [{ about: "remark", seen: codeBlock(shown, "text"), folded: "" }];
}
