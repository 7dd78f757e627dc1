import { readLimitedFile } from "@secgroup/config";
import { SecurityGroupError, type Plan } from "@secgroup/core";
import { resolve } from "node:path";
import { throwTogether } from "../targets/collect-errors.ts";
import { checkPlan } from "./check-plan.ts";
import { describeIssue } from "./describe-issue.ts";
import { formatPath } from "./format-path.ts";
import { maximumPlanBytes } from "./maximum-plan-bytes.ts";

const newPlan = "Make a new plan with `secgroup plan --out`; a plan file is not meant to be edited.";

/** How every plan begins, so that half of one is not taken for a document. */
const beginning = /^\s*\{\s*"format"\s*:\s*"secgroup-plan\//;

/** More problems than these say nothing new about a file that is not a plan. */
const mostProblems = 10;

/**
 * The plan in a file, or nothing when the file is a document. A plan is JSON with a `format`, which no document has.
 *
 * Throws `invalid-plan` with the way to every field that is wrong, or for a plan that was cut off, and `usage` for a file that cannot be read
 * or is larger than 64 MiB.
 */
export async function readPlanFile(file: string, folder: string): Promise<Plan | undefined> {
  if (!file.toLowerCase().endsWith(".json")) return undefined;
  const value = readJson(await readLimitedFile(resolve(folder, file), maximumPlanBytes, file), file);
  if (typeof value !== "object" || value === null || !("format" in value)) return undefined;
  return readPlan(value, file);
}

/** A plan out of parsed JSON. */
export async function readPlan(value: unknown, file: string): Promise<Plan> {
  const { savedPlanSchema } = await import("./plan-schema.ts");
  const result = savedPlanSchema.safeParse(value);
  if (!result.success) {
    throwTogether(
      result.error.issues.slice(0, mostProblems).map(
        (issue) =>
          new SecurityGroupError(
            "invalid-plan",
            `the plan file is not as it was written: ${describeIssue(issue, value)}`,
            {
              place: { file, path: formatPath(issue.path) },
              hint: newPlan,
            },
          ),
      ),
    );
    throw result.error;
  }
  const { format, targets } = result.data;
  throwTogether(checkPlan({ format, targets }, file));
  return { format, targets };
}

/** The value in a text; nothing when it is no JSON, which reading it as a document will say better. */
function readJson(bytes: Uint8Array, file: string): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!beginning.test(text)) return undefined;
    throw new SecurityGroupError("invalid-plan", "the plan file was cut off or damaged", {
      place: { file },
      hint: newPlan,
      cause,
    });
  }
}
