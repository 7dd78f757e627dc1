import { spawn } from "node:child_process";

/** What a command printed and whether it ended with 0. */
export interface CommandResult {
  readonly isSuccess: boolean;
  readonly output: string;
}

/** Runs a command of the workspace's own tools to its end. */
export function runCommand(command: string, args: readonly string[], cwd: string): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ isSuccess: false, output: error.message }));
    child.on("close", (code) => resolve({ isSuccess: code === 0, output }));
  });
}
