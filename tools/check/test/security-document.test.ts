import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

it("SECURITY.md names a test for each promise, and each of them is there", async () => {
  const text = await readFile(join(root, "SECURITY.md"), "utf8");
  const promises = text.split("\n").filter((line) => /^\| (?!promise|-)/.test(line));
  expect(promises.length).toBeGreaterThan(8);
  for (const promise of promises) {
    const named = [...promise.matchAll(/`((?:apps|packages|tools)\/[^`]+)`/g)].map(([, path = ""]) => path);
    expect(named).not.toEqual([]);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  }
});
