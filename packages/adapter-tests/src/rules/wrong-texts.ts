import type { TextLimits } from "@secgroup/core";
import { isLimited, unlimited } from "../tally.ts";

/** Texts that the limits do not allow, each with the reason. */
export function wrongTexts(limits: TextLimits): readonly (readonly [how: string, text: string])[] {
  const { minLength, maxLength, pattern } = limits;
  if (!isLimited(limits)) return [];
  const strange = ["group/1", "gröup-1", " group-1 ", "-group-1", "group#1", "group\n1"].find(
    (text) => pattern !== undefined && !new RegExp(pattern).test(text),
  );
  return [
    ...(minLength > 0 ? [["too short", "x".repeat(minLength - 1)] as const] : []),
    ...(maxLength < unlimited ? [["too long", "x".repeat(maxLength + 1)] as const] : []),
    ...(strange === undefined ? [] : [["of other characters than allowed", strange] as const]),
  ];
}
