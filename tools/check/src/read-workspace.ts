import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

/** One import of a source file. */
export interface SourceImport {
  readonly from: string;
  /** Whether nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

/** One source file of a package, relative to the package's folder. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly SourceImport[];
  readonly code: string;
}

/** One package of the workspace. */
export interface WorkspacePackage {
  /** The folder, relative to the root, such as `packages/core`. */
  readonly folder: string;
  readonly name: string;
  /** Source files, tests left out. */
  readonly sources: readonly SourceFile[];
}

/** Every package below the root's `packages`, `apps` and `tools`. */
export async function readWorkspace(root: string): Promise<readonly WorkspacePackage[]> {
  const folders = await Promise.all(
    ["packages", "apps", "tools"].map(async (parent) =>
      (await readdir(join(root, parent))).map((child) => `${parent}/${child}`),
    ),
  );
  return Promise.all(folders.flat().map((folder) => readPackage(root, folder)));
}

async function readPackage(root: string, folder: string): Promise<WorkspacePackage> {
  const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as { readonly name: string };
  const source = join(root, folder, "src");
  const paths = (await readdir(source, { recursive: true })).filter((path) => /\.tsx?$/.test(path)).toSorted();
  const sources = await Promise.all(
    paths.map(async (path) => {
      const code = await readFile(join(source, path), "utf8");
      return { path: `src/${path}`, imports: readImports(path, code), code };
    }),
  );
  return { folder, name: manifest.name, sources };
}

/** Static imports, re-exports and dynamic imports of a file. */
export function readImports(path: string, code: string): SourceImport[] {
  const { module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    isTypeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: moduleRequest.value, isTypeOnly: isType }] : [],
    ),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    from: code.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^["'`]|["'`]$/g, ""),
    isTypeOnly: false,
  }));
  return [...imports, ...reexports, ...dynamic];
}
