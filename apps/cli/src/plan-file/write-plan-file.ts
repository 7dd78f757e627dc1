import { SecurityGroupError, type Plan } from "@secgroup/core";
import { open } from "node:fs/promises";
import { resolve } from "node:path";

/** Writes the plan to a file that only its owner can read, in the place of one that is there. Throws `usage` when it cannot. */
export async function writePlanFile(plan: Plan, file: string, folder: string): Promise<void> {
  try {
    const handle = await open(resolve(folder, file), "w", 0o600);
    try {
      // The mode of a file that was there already is its old one.
      await handle.chmod(0o600);
      await handle.writeFile(`${JSON.stringify(plan, undefined, 2)}\n`);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new SecurityGroupError(
      "usage",
      `the plan cannot be written to ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        place: { file },
        cause,
      },
    );
  }
}
