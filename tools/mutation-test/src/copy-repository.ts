import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** Copies what git knows or would take in, as it stands on the disk; what is ignored (builds, installed packages) stays behind. */
export async function copyRepository(root: string, folder: string): Promise<void> {
  const { stdout } = await promisify(execFile)(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const paths = stdout.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  for (const path of paths) await cp(join(root, path), join(folder, path));
}
