import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedPackage } from "./published-packages.ts";
import { runCommand } from "./run-command.ts";

/** A package as the registry would get it. */
export interface PackedPackage extends PublishedPackage {
  /** The archive. */
  readonly tarball: string;
  /** A folder with what is in it. */
  readonly contents: string;
  readonly readme: string;
}

/** Packs into a folder of its own below `into`. Throws with the packer's words. */
export async function packPackage(published: PublishedPackage, into: string): Promise<PackedPackage> {
  const folder = join(into, published.name.replace("/", "-"));
  await mkdir(folder, { recursive: true });
  const packed = await runCommand("pnpm", ["pack", "--pack-destination", folder], { cwd: published.folder });
  const [archive] = await readdir(folder);
  if (!packed.isSuccess || archive === undefined)
    throw new Error(`${published.name} cannot be packed: ${packed.output}`);
  const tarball = join(folder, archive);
  const unpacked = await runCommand("tar", ["-xzf", tarball], { cwd: folder });
  if (!unpacked.isSuccess) throw new Error(`${tarball} cannot be unpacked: ${unpacked.output}`);
  const contents = join(folder, "package");
  const readme = await readFile(join(contents, "README.md"), "utf8").catch(() => "");
  return { ...published, tarball, contents, readme };
}
