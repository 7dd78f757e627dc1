import { spawn } from "node:child_process";

/** How a command ended. */
export interface CommandResult {
  readonly isSuccess: boolean;
  readonly stdout: string;
  /** What it wrote to both streams, for a person who looks for what is wrong. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Long enough for a busy machine; what takes longer hangs. */
const patienceMs = 300_000;

/** Runs a command to its end; one that hangs is ended and has failed. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, environment = {} }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: "1", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: patienceMs,
    });
    let stdout = "";
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ isSuccess: false, stdout, output: error.message }));
    child.on("close", (code, signal) =>
      resolve({
        isSuccess: code === 0,
        stdout,
        output: signal === null ? output : `${output}\n${command} was ended by ${signal}`,
      }),
    );
  });
}

/** What is wrong when a command that should succeed does not: what it wrote. */
export async function problemsOf(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<readonly string[]> {
  const { isSuccess, output } = await runCommand(command, args, options);
  return isSuccess ? [] : [output.trim() || `${command} ${args.join(" ")} failed without a word`];
}
