import { cp, mkdir } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/**
 * Bundles the script in a project where the packages are installed, and answers with the file's path. Throws when anything in it imports a module
 * of Node's.
 */
export async function bundleScript(project: string): Promise<string> {
  const source = join(project, "portable");
  await mkdir(source, { recursive: true });
  for (const file of ["script.ts", "plan-and-explain.ts"])
    await cp(fileURLToPath(new URL(file, import.meta.url)), join(source, file));
  await build({
    root: project,
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "no-node-modules",
        enforce: "pre",
        resolveId(imported, importer) {
          if (isBuiltin(imported))
            throw new Error(`${importer ?? "the script"} imports ${imported}, a module of Node's`);
        },
      },
    ],
    build: {
      outDir: "bundle",
      lib: { entry: join(source, "script.ts"), formats: ["iife"], name: "script", fileName: () => "script.js" },
    },
  });
  return join(project, "bundle/script.js");
}
