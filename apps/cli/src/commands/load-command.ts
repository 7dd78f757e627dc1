import type { CommandFunctionLoader } from "@stricli/core";
import type { CommandContext, Context } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import type { JsonForm } from "../run/report-error.ts";

/** What a command does with its flags and arguments; what it throws is said and becomes its exit code. */
export type CommandBody<Flags, Args extends readonly unknown[]> = (
  context: Context,
  flags: Flags,
  ...args: Args
) => Promise<ExitCode>;

/** A command whose body is loaded only when it is run, so that help and errors of usage come fast. */
export function loadCommand<
  Flags extends Readonly<Partial<Record<keyof Flags, unknown>>>,
  Args extends readonly unknown[],
>(
  load: () => Promise<CommandBody<Flags, Args>>,
  jsonForm: JsonForm = "value",
): CommandFunctionLoader<Flags, Args, CommandContext> {
  return async () => {
    const [{ runCommand }, body] = await Promise.all([import("../run/run-command.ts"), load()]);
    return function run(this: CommandContext, flags: Flags, ...args: Args) {
      const json = "json" in flags && flags.json === true ? jsonForm : undefined;
      return runCommand(this, json, () => body(this, flags, ...args));
    };
  };
}
