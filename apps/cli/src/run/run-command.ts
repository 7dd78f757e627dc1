import type { CommandContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { reportError, type JsonForm } from "./report-error.ts";

/** Runs the body of a command; what it throws is said, as JSON too where that was asked for, and becomes the exit code. */
export async function runCommand(
  context: CommandContext,
  json: JsonForm | undefined,
  body: () => Promise<ExitCode>,
): Promise<void> {
  try {
    context.process.exitCode = await body();
  } catch (error) {
    context.process.exitCode = reportError(error, { ...context, json });
  }
}
