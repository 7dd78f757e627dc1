import { normalizeRule, type Rule, type RuleDraft, type RuleProblem } from "@secgroup/core";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";

/** The canonical rules of a draft; what is wrong with it becomes a problem at the path that `placeOf` says, and then there are none. */
export function normalizeDraft(
  draft: RuleDraft,
  problems: ProblemList,
  placeOf: (problem: RuleProblem) => DocumentPath,
): readonly Rule[] {
  const normalized = normalizeRule(draft, "document");
  if (normalized.ok) return normalized.rules;
  for (const problem of normalized.problems) problems.add(placeOf(problem), problem.message);
  return [];
}
