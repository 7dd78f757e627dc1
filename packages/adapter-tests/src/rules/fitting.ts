import type { TextLimits } from "@secgroup/core";

/** The text as far as the cloud has room for it: nothing of it where the cloud has no such field. */
export function fitting(text: string, { maxLength }: TextLimits): string {
  return text.slice(0, maxLength);
}
