import { dirname } from "node:path";
import { runCommand } from "./run-command.ts";

/** One version of Node, fetched from the registry where it is not there yet. */
export interface NodeVersion {
  readonly version: string;
  readonly path: string;
  /** The folder that it is in. */
  readonly bin: string;
}

/** Throws when the registry has none, or gives another one than was asked for. */
export async function findNode(major: number, cwd: string): Promise<NodeVersion> {
  const script = "node -p 'process.version + process.execPath'";
  const { isSuccess, stdout, output } = await runCommand("npx", ["-y", "-p", `node@${major}`, "-c", script], { cwd });
  const [, version, path] = /^(v\d+\.\d+\.\d+)(\/.+)$/m.exec(stdout) ?? [];
  if (!isSuccess || version === undefined || path === undefined)
    throw new Error(`there is no Node ${major}: ${output}`);
  if (!version.startsWith(`v${major}.`)) throw new Error(`asked for Node ${major}, got ${version}`);
  return { version, path, bin: dirname(path) };
}
