import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the registry is told of a package. */
export interface PublishedManifest {
  readonly name: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly sideEffects?: unknown;
  readonly files?: readonly string[];
  readonly engines?: { readonly node?: string };
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
}

/** A package that is published; a text is undefined where its file is missing. */
export interface PublishedFiles {
  readonly folder: string;
  readonly manifest: PublishedManifest;
  readonly licence: string | undefined;
}

/** What concerns everybody who installs a package. */
export interface Publication {
  readonly packages: readonly PublishedFiles[];
  /** That of the root. */
  readonly licence: string;
  /** Names of the packages that always have the same version. */
  readonly fixed: readonly string[];
}

/** Reads it; `folders` are those of all packages, from the root. */
export async function readPublication(root: string, folders: readonly string[]): Promise<Publication> {
  const packages = await Promise.all(
    folders.map(async (folder): Promise<PublishedFiles> => {
      const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as PublishedManifest;
      const licence = await readFile(join(root, folder, "LICENSE"), "utf8").catch(() => undefined);
      return { folder, manifest, licence };
    }),
  );
  const changesets = JSON.parse(await readFile(join(root, ".changeset/config.json"), "utf8")) as {
    readonly fixed: readonly (readonly string[])[];
  };
  return {
    packages: packages.filter(({ manifest }) => manifest.private !== true),
    licence: await readFile(join(root, "LICENSE"), "utf8"),
    fixed: changesets.fixed[0] ?? [],
  };
}
