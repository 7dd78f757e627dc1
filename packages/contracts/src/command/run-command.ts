import { writeFile } from "node:fs/promises";
import { hasPassed } from "../check-report.ts";
import { reportJson } from "../report/report-json.ts";
import { reportJunit } from "../report/report-junit.ts";
import { reportText } from "../report/report-text.ts";
import { verify } from "../verify.ts";
import { help } from "./help.ts";
import { readArguments } from "./read-arguments.ts";

/** What the command needs of its process. */
export interface CommandContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Runs the command and gives its exit code: 0 when all holds, 1 when something does not, 2 when it could not be run. */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<0 | 1 | 2> {
  try {
    const { isHelp, json, junit, ...options } = readArguments(args);
    if (isHelp) {
      context.print(help);
      return 0;
    }
    const reports = await verify({ ...options, environment: context.environment });
    context.print(`${reportText(reports)}\n`);
    if (json !== undefined) await writeFile(json, reportJson(reports));
    if (junit !== undefined) await writeFile(junit, reportJunit(reports));
    return reports.every(hasPassed) ? 0 : 1;
  } catch (error) {
    context.complain(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
