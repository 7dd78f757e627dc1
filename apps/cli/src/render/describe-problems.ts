import type { Problem } from "@secgroup/console";
import type { SecurityGroupError } from "@secgroup/core";
import { describeErrors } from "./describe-errors.ts";

/** What went wrong in the words of a terminal, for the page; of many problems the first, and last how many are left. */
export function describeProblems(...errors: readonly SecurityGroupError[]): readonly Problem[] {
  const { shown, left } = describeErrors(errors);
  const problems = shown.map(({ text, details, hint }) => ({ text, details, hint }));
  return left === 0 ? problems : [...problems, { text: `… and ${left} more errors`, details: [] }];
}
