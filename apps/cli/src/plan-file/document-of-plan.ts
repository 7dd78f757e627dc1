import { readLimitedFile } from "@secgroup/config";
import { resolve } from "node:path";
import { maximumPlanBytes } from "./maximum-plan-bytes.ts";

/** The document that a plan file says it was made of, as seen from the plan file; nothing for any other file, and for one that is not there. */
export async function documentOfPlan(file: string, folder: string): Promise<string | undefined> {
  if (!file.toLowerCase().endsWith(".json")) return undefined;
  try {
    const value: unknown = JSON.parse(
      new TextDecoder().decode(await readLimitedFile(resolve(folder, file), maximumPlanBytes, file)),
    );
    if (typeof value !== "object" || value === null || !("format" in value) || !("document" in value)) return undefined;
    return typeof value.document === "string" ? value.document : undefined;
  } catch {
    // Whoever reads it as a plan or as a document says what is wrong with it.
    return undefined;
  }
}
