import picocolors from "picocolors";
import type { Output } from "../context.ts";

/** Functions that dress a text for a terminal, or leave it as it is. */
export type Styles = Pick<
  ReturnType<typeof picocolors.createColors>,
  "bold" | "dim" | "red" | "green" | "yellow" | "cyan"
>;

export function stylesFor({ hasColor }: Pick<Output, "hasColor">): Styles {
  return picocolors.createColors(hasColor);
}
