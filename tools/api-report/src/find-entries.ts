import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One thing that others can import. */
export interface Entry {
  /** As importers write it, such as `@secgroup/core/memory`. */
  readonly name: string;
  /** The package's folder, absolute. */
  readonly folder: string;
  /** The file with its declarations, absolute. */
  readonly declarations: string;
  /** The package in a sentence, as the registry tells it. */
  readonly description: string;
}

interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | { readonly types: string }>>;
}

/**
 * Every entry of every published package in the order of its manifest, which names the main entry first. Those that are generated are left out: their sources are committed,
 * so that a change of them is seen as it is.
 */
export async function findEntries(root: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const parent of ["packages", "apps"]) {
    for (const child of (await readdir(join(root, parent))).toSorted()) {
      const folder = join(root, parent, child);
      const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
      if (manifest.private === true) continue;
      for (const [path, target] of Object.entries(manifest.exports ?? {})) {
        // A plain text is a file as it is, such as a schema.
        if (typeof target === "string" || target.types.includes("/generated/")) continue;
        entries.push({
          name: manifest.name + path.slice(1),
          folder,
          declarations: join(folder, target.types),
          description: manifest.description,
        });
      }
    }
  }
  return entries;
}

/** What files about an entry are called, without their endings, such as `core-memory`. */
export const fileNameOf = ({ name }: Entry): string => name.replace("@secgroup/", "").replace("/", "-");
