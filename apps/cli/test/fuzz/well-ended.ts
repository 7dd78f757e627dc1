import { expect } from "vitest";
import type { Ran } from "../support/harness.ts";

const blunders = /\[object |undefined|\bNaN\b|unexpected failure|\n\s+at .*(?:\.[jt]s|node:\S+):\d+:\d+/;

/**
 * A run that did what it should, or said with a code why not, on stderr, and in JSON where that was asked for; whether it did. What was fed
 * to it must not hold a blunder itself.
 */
export function isDoneOrWellRefused({ code, stdout, stderr }: Ran, isJson: boolean): boolean {
  expect([0, 1, 2]).toContain(code);
  expect(stdout + stderr).not.toMatch(blunders);
  if (code !== 1) return true;
  expect(stderr).toMatch(/^error [a-z-]+: .|Nothing has been changed\.$/m);
  if (isJson) {
    const isLines = stdout.startsWith(`{"kind":`);
    const last = JSON.parse(isLines ? (stdout.trimEnd().split("\n").at(-1) ?? "") : stdout);
    if (last.kind === "report") {
      expect(last.converged).toBe(false);
      return false;
    }
    const { error } = last;
    expect(error).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/./) });
  }
  return false;
}
