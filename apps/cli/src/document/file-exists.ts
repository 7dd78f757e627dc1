import { access } from "node:fs/promises";

/** Whether something is there, of which this process may know. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
