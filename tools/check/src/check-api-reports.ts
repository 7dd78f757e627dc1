import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";

/** Writes down again what each package offers, and says which reports and pages of the reference differ from what stood there before. The packages must be built. */
export async function checkApiReports(root: string, folders: readonly string[]): Promise<string[]> {
  const before = await readReports(root, folders);
  const { isSuccess, output } = await runCommand("node", ["tools/api-report/src/main.ts"], root);
  if (!isSuccess) return [output];
  const after = await readReports(root, folders);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${file} was not what the package offers; it is now, so look at the difference and commit it`);
}

async function readReports(root: string, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const reports = new Map<string, string>();
  for (const folder of ["docs/api", ...folders.map((folder) => `${folder}/api`)]) {
    const files = await readdir(join(root, folder)).catch(() => []);
    for (const file of files) reports.set(`${folder}/${file}`, await readFile(join(root, folder, file), "utf8"));
  }
  return reports;
}
