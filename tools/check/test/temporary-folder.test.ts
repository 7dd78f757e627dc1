import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { setup } from "../../../vitest.temporary-folder.ts";

it("gives tests a temporary folder of their own, and removes it with what they left", () => {
  const before = tmpdir();
  // That of this very run.
  expect(basename(before)).toMatch(/^secgroup-tests-/);
  const tearDown = setup();
  const left = mkdtempSync(join(tmpdir(), "left-"));
  writeFileSync(join(left, "file"), "text");
  expect(dirname(dirname(left))).toBe(before);
  tearDown();
  expect(existsSync(dirname(left))).toBe(false);
  expect(tmpdir()).toBe(before);
});
