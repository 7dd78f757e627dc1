import { SecurityGroupError, type Plan } from "@secgroup/core";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { throwTogether } from "../targets/collect-errors.ts";
import { checkPlan } from "./check-plan.ts";

/** More problems than these say nothing new about a file that is not a plan. */
const mostProblems = 10;

/**
 * The plan in a file, or nothing when the file is a document. A plan is JSON with a `format`, which no document has.
 *
 * Throws `invalid-plan` with the way to every field that is wrong.
 */
export async function readPlanFile(file: string, folder: string): Promise<Plan | undefined> {
  if (!file.toLowerCase().endsWith(".json")) return undefined;
  const value = await readJson(resolve(folder, file));
  if (typeof value !== "object" || value === null || !("format" in value)) return undefined;
  return readPlan(value, file);
}

/** A plan out of parsed JSON. */
export async function readPlan(value: unknown, file: string): Promise<Plan> {
  const { planSchema } = await import("./plan-schema.ts");
  const result = planSchema.safeParse(value);
  if (!result.success) {
    throwTogether(
      result.error.issues.slice(0, mostProblems).map(
        ({ path, message }) =>
          new SecurityGroupError("invalid-plan", `the plan file is not as it was written: ${message}`, {
            place: { file, path: formatPath(path) },
            hint: "Make a new plan with `secgroup plan --out`; a plan file is not meant to be edited.",
          }),
      ),
    );
    throw result.error;
  }
  throwTogether(checkPlan(result.data, file));
  return result.data;
}

/** The value in a file; nothing when the file is missing or no JSON, which reading it as a document will say better. */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
    .join("");
}
