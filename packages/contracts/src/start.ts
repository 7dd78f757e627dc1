import { runCommand } from "./command/run-command.ts";

/** Runs the command with this process's arguments and sets its exit code. */
export async function start(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), {
    environment: process.env,
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  });
}
