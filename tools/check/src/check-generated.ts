import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";

/** Generates again and says which files differ from what stood there before. */
export async function checkGenerated(root: string): Promise<string[]> {
  const before = await readAll(root);
  const { isSuccess, output } = await runCommand("pnpm", ["generate"], root);
  if (!isSuccess) return [output];
  const after = await readAll(root);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${file} was not what it is generated from; it is now, so commit it`);
}

const folder = "packages/api-types/src/generated";
const others = [
  "packages/simulator/QUIRKS.md",
  "packages/config/secgroup.schema.json",
  "docs/clouds/ionos.md",
  "docs/clouds/gcore.md",
  "docs/comparison.md",
];

/** Every generated file, by its path. */
async function readAll(root: string): Promise<ReadonlyMap<string, string>> {
  const types = (await readdir(join(root, folder))).toSorted().map((file) => join(folder, file));
  const files = [...types, ...others];
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [file, await readFile(join(root, file), "utf8")]),
    ),
  );
}
