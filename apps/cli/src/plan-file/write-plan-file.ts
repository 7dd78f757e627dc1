import { SecurityGroupError, type Plan } from "@secgroup/core";
import { dirname, relative, resolve } from "node:path";
import { writePrivateFile } from "../private-file/write-private-file.ts";
import { maximumPlanBytes } from "./maximum-plan-bytes.ts";

/**
 * Writes the plan, and of which document it was made, to a file that only its owner can read, in the place of one that is there, whole or not at all.
 *
 * Throws `usage` when it cannot, or when the file would be too large to be read again.
 */
export async function writePlanFile(plan: Plan, document: string, file: string, folder: string): Promise<void> {
  const { format, ...rest } = plan;
  const from = relative(dirname(resolve(folder, file)), resolve(folder, document));
  const text = `${JSON.stringify({ format, document: from, ...rest }, undefined, 2)}\n`;
  try {
    if (Buffer.byteLength(text) > maximumPlanBytes)
      throw new Error(`it would be larger than ${maximumPlanBytes / 2 ** 20} MiB; plan fewer groups at once`);
    await writePrivateFile(resolve(folder, file), text);
  } catch (cause) {
    throw new SecurityGroupError(
      "usage",
      `the plan cannot be written to ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { place: { file }, cause },
    );
  }
}
