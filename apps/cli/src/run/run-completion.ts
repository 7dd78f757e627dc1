import { shellScripts } from "../completion/shell-scripts.ts";
import type { Shell } from "../completion/shell.ts";
import type { Context } from "../context.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";

/** `secgroup completion`. */
export async function runCompletion({ stdout }: Context, _flags: object, shell: Shell): Promise<ExitCode> {
  stdout.write(shellScripts[shell]);
  return exitCode.success;
}
