import { SecurityGroupError } from "@secgroup/core";
import { open, readFile, rm, stat } from "node:fs/promises";

/**
 * Takes hold of a journal, so that no other process applies the same document at the same time. Answers with what lets go of it. A lock that a dead process
 * left behind is taken over.
 *
 * Throws `journal-unusable` while another process holds it.
 */
export async function lockJournal(path: string, name: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(lock, "wx", 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw unusable(error, name);
      const text = await readFile(lock, "utf8").catch(() => "");
      const holder = Number(text);
      const isNew = text === "" && (await ageOf(lock)) < newMs;
      if (attempt > 0 || isNew || isAlive(holder)) throw held(holder, name);
      await rm(lock, { force: true });
    }
  }
}

/**
 * The same for as long as an apply reads and plans. A folder that nobody can write to holds no lock: whether that matters shows when there is something
 * to be written down.
 */
export async function lockWhilePlanning(path: string, name: string): Promise<() => Promise<void>> {
  try {
    return await lockJournal(path, name);
  } catch (error) {
    if (!SecurityGroupError.is(error) || error.cause === undefined) throw error;
    return () => Promise.resolve();
  }
}

/** A lock that is younger and still empty is just being taken. In milliseconds. */
const newMs = 5_000;

async function ageOf(lock: string): Promise<number> {
  try {
    return Date.now() - (await stat(lock)).mtimeMs;
  } catch {
    return Infinity;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    // Signal 0 asks only.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function held(pid: number, name: string): SecurityGroupError {
  return new SecurityGroupError(
    "journal-unusable",
    `another apply of this document is at work${pid > 0 ? ` (process ${pid})` : ""}`,
    {
      hint: `Wait until it has ended. If there is no such apply, remove ${name}.lock.`,
      place: { file: name },
    },
  );
}

/** A journal that the file system does not let be written. */
export function unusable(cause: unknown, name: string): SecurityGroupError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SecurityGroupError("journal-unusable", `the journal ${name} cannot be written: ${why}`, {
    hint: "Apply from a folder that can be written to.",
    place: { file: name },
    cause,
  });
}
