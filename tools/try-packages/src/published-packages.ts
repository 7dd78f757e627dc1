import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A package of the workspace that is published. */
export interface PublishedPackage {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** What others can import, such as `@secgroup/core/memory`. */
  readonly entries: readonly string[];
  /** Names of the published packages that it needs at run time, those that they need included. */
  readonly needs: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Every package below the root's `packages` and `apps` that is not private, by name. */
export async function findPublishedPackages(root: string): Promise<ReadonlyMap<string, PublishedPackage>> {
  const folders = (
    await Promise.all(
      ["packages", "apps"].map(async (parent) => (await readdir(join(root, parent))).map((name) => join(parent, name))),
    )
  ).flat();
  const read = await Promise.all(
    folders.map(async (folder) => ({
      folder: join(root, folder),
      manifest: JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as Manifest,
    })),
  );
  const published = read.filter(({ manifest }) => manifest.private !== true);
  const manifests = new Map(published.map(({ manifest }) => [manifest.name, manifest]));
  return new Map(
    published.map(({ folder, manifest: { name, exports = {} } }) => [
      name,
      {
        name,
        folder,
        // A plain text is a file as it is, such as a schema; it has no types.
        entries: Object.entries(exports).flatMap(([path, target]) =>
          typeof target === "string" ? [] : [`${name}${path.slice(1)}`],
        ),
        needs: [...needsOf(name, manifests)].filter((need) => need !== name),
      },
    ]),
  );
}

function needsOf(
  name: string,
  manifests: ReadonlyMap<string, Manifest>,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  const manifest = manifests.get(name);
  if (manifest === undefined || found.has(name)) return found;
  found.add(name);
  for (const need of Object.keys(manifest.dependencies ?? {})) needsOf(need, manifests, found);
  return found;
}
