import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./find-documents.ts";

interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly private: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

export function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Partial<Manifest>;
  const { name = "", private: isPrivate = false, scripts = {}, bin = {} } = manifest;
  return { folder, name, private: isPrivate, scripts, bin };
}

export const listPackages = (): readonly Manifest[] =>
  ["apps", "packages", "tools"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => readManifest(`${folder}/${name}`)),
  );

export const publishedPackages = (): readonly Manifest[] => listPackages().filter((found) => !found.private);

/** Whether `pnpm exec` finds a program in a folder. */
export const hasProgram = (folder: string, program: string): boolean =>
  [folder, "."].some((place) => existsSync(join(root, place, "node_modules/.bin", program)));
