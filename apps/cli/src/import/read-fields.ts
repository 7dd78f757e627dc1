import { SecurityGroupError } from "@secgroup/core";
import type { z } from "zod";
import { describeIssue } from "../plan-file/describe-issue.ts";
import { formatPath } from "../plan-file/format-path.ts";
import { throwTogether } from "../targets/collect-errors.ts";

/** More problems than these say nothing new about a file. */
const mostProblems = 10;

/**
 * What is used of a value in another tool's file, the rest ignored; `at` is the way to it.
 *
 * Throws `invalid-document` with the way to every field that is not as the tool documents it, never with what it holds.
 */
export function readFields<Fields>(schema: z.ZodType<Fields>, value: unknown, file: string, at: string = ""): Fields {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, mostProblems).map((issue) => {
    const way = formatPath(issue.path);
    const path = at === "" || way === "" ? at + way : way.startsWith("[") ? at + way : `${at}.${way}`;
    return new SecurityGroupError("invalid-document", describeIssue(issue, value), {
      place: { file, path },
      hint: "Write the file again with the tool that it is from, in a current version.",
    });
  });
  throwTogether(errors);
  throw result.error;
}
