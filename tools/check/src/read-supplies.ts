import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A text of the repository, by its path from the root. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** The files that decide what code of others gets in here. */
export interface Supplies {
  /** Every package.json, that of the root included. */
  readonly manifests: readonly RepositoryFile[];
  /** pnpm-workspace.yaml. */
  readonly workspace: string;
  /** pnpm-lock.yaml. */
  readonly lockfile: string;
  readonly workflows: readonly RepositoryFile[];
}

/** Reads them; `folders` are those of the packages, from the root. */
export async function readSupplies(root: string, folders: readonly string[]): Promise<Supplies> {
  const read = async (path: string): Promise<RepositoryFile> => ({
    path,
    text: await readFile(join(root, path), "utf8"),
  });
  const workflows = (await readdir(join(root, ".github/workflows"))).toSorted();
  return {
    manifests: await Promise.all(["package.json", ...folders.map((folder) => `${folder}/package.json`)].map(read)),
    workspace: (await read("pnpm-workspace.yaml")).text,
    lockfile: (await read("pnpm-lock.yaml")).text,
    workflows: await Promise.all(workflows.map((name) => read(`.github/workflows/${name}`))),
  };
}
