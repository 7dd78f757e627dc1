import type { Journal } from "@secgroup/core";
import { readFile, rename, truncate } from "node:fs/promises";
import { openPrivateLog } from "../private-file/open-private-log.ts";
import { lockJournal, unusable } from "./lock-journal.ts";

/** A journal on the disk, held by this process until it is closed. */
export interface JournalFile extends Journal {
  readonly close: () => Promise<void>;
}

/**
 * Opens the journal at a path, for an apply that begins (`new`: what is there is kept beside it, as `.old`) or that goes on (`old`). Every entry is on the
 * disk before the write to a cloud that it announces leaves. The file is readable by its owner only.
 *
 * Throws `journal-unusable` when it cannot be written, or another process holds it.
 */
export async function openJournal(path: string, name: string, kind: "new" | "old"): Promise<JournalFile> {
  const release = await lockJournal(path, name);
  try {
    if (kind === "new") await rename(path, `${path}.old`).catch(ignoreMissing);
    else await dropCutLine(path);
    const log = await openPrivateLog(path);
    return {
      write: (entry) => log.append(JSON.stringify(entry)),
      close: async () => {
        await log.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw unusable(error, name);
  }
}

/** A line that a crash cut off says nothing, and the next one must not look like its rest. */
async function dropCutLine(path: string): Promise<void> {
  const bytes = await readFile(path);
  await truncate(path, bytes.lastIndexOf("\n") + 1);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
