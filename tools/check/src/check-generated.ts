import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";

/** Generates again and says which files differ from what stood there before. */
export async function checkGenerated(root: string): Promise<string[]> {
  const folder = join(root, "packages/api-types/src/generated");
  const before = await readAll(folder);
  const { isSuccess, output } = await runCommand("pnpm", ["generate"], root);
  if (!isSuccess) return [output];
  const after = await readAll(folder);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `packages/api-types/src/generated/${file} was not what the specs give; it is now, so commit it`);
}

async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder)).toSorted();
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [file, await readFile(join(folder, file), "utf8")]),
    ),
  );
}
