import type { z } from "zod";

/** What a person is told of one issue of zod in a value that was read from JSON. */
export function describeIssue(issue: z.core.$ZodIssue, whole: unknown): string {
  if (issue.code !== "invalid_type") return issue.message;
  const isMissing = issue.path.reduce<unknown>(inside, whole) === undefined;
  return isMissing ? `this field is missing; it should hold ${issue.expected}` : `this should be ${issue.expected}`;
}

function inside(value: unknown, step: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}
