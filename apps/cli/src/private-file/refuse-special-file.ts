import { lstat } from "node:fs/promises";

/** Throws where something else than a file stands: writing there would reach what was not named, or destroy it. */
export async function refuseSpecialFile(file: string): Promise<void> {
  const found = await lstat(file).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (found?.isSymbolicLink()) throw new Error("it is a link; name the file that it leads to, or remove it");
  if (found !== undefined && !found.isFile()) throw new Error("it is a folder or a device, not a file");
}
