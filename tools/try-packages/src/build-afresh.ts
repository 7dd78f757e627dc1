import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedPackage } from "./published-packages.ts";
import { problemsOf } from "./run-command.ts";

/** Builds every package from nothing: what is left in `dist` of sources that are gone would be packed. */
export async function buildAfresh(packages: readonly PublishedPackage[], root: string): Promise<readonly string[]> {
  const folders = packages.map(({ folder }) => folder);
  await Promise.all(folders.map((folder) => rm(join(folder, "dist"), { recursive: true, force: true })));
  return problemsOf("pnpm", ["exec", "tsc", "-b", ...folders], { cwd: root });
}
