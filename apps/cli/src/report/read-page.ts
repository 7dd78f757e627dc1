import { readFile } from "node:fs/promises";

/** The page as it was built, without anything to show. */
export function readPage(): Promise<string> {
  return readFile(new URL("../../dist/console.html", import.meta.url), "utf8");
}
