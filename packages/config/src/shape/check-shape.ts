import { z } from "zod";
import { didYouMean } from "../problem/near-miss.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { describeIssue } from "./describe-issue.ts";

/** What to say of a field that the schema does not know, when there is more to say than that. */
export type UnknownField = (field: string) => string | undefined;

/**
 * One piece of the document in its right shape; every field that is wrong becomes a problem.
 *
 * A piece that is right without its wrong fields is returned without them, so that the rest of it is checked as well;
 * `undefined` when too little is left.
 */
export function checkShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: DocumentPath,
  problems: ProblemList,
  unknownField: UnknownField = () => undefined,
): T | undefined {
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const wrong = new Set<PropertyKey>();
  for (const issue of whole.error.issues) {
    if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
      for (const key of issue.keys) {
        const message = unknownField(key) ?? `is not a known field${didYouMean(key, known) || "; remove it"}`;
        problems.add([...path, key], message, "key");
        wrong.add(key);
      }
      continue;
    }
    for (const { path: at, message, part } of describeIssue(issue, value, path)) problems.add(at, message, part);
    if (issue.path[0] !== undefined) wrong.add(issue.path[0]);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
  return schema.safeParse(rest).data;
}
