import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives a run of tests a temporary folder of its own, for its workers and their children too, which inherit TMPDIR; what vitest calls
 * at the end removes it with all that they left.
 */
export function setup(): () => void {
  const before = process.env["TMPDIR"];
  const folder = mkdtempSync(join(tmpdir(), "secgroup-tests-"));
  process.env["TMPDIR"] = folder;
  return () => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    // A child that was killed may still be at its last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
