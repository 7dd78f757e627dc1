import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const binary = fileURLToPath(new URL("../../../../apps/cli/bin/secgroup.js", import.meta.url));

/** A run of the built command, as a process of its own. */
export interface Command {
  readonly child: ChildProcess;
  /** The exit code, null after a signal, with all that it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly text: string }>;
}

export function startCommand(args: readonly string[], folder: string, environment: NodeJS.ProcessEnv): Command {
  const child = spawn(process.execPath, [binary, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (more) => (text += more));
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, text }))) };
}
