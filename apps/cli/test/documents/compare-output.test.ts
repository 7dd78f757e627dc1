import { describe, expect, it } from "vitest";
import { isOutput } from "./compare-output.ts";

describe("what a block tells", () => {
  it.each<[told: string, printed: string, wanted: boolean]>([
    ["a", "a", true],
    ["a", "b", false],
    ["a", "a b", false],
    ["a", "a\nb", false],
    ["a\nb", "a", false],
    ["", "", true],
    ["…", "", true],
    ["…", "a\nb", true],
    ["…\nb", "a\nb", true],
    ["a\n…", "a", true],
    ["a\n…\nc", "a\nb\nb\nc", true],
    ["a\n…\nc", "a\nb", false],
    ["a\n…\na", "a", false],
    ["a\n…\nb\n…\nd", "a\nc\nb\nb\nd", true],
    ["…\nb\n…\nb", "a\nb", false],
    ["…\nb\nc\n…", "b\nb\nc", true],
    ["…\nc\n…\nb\n…", "b\nc", false],
    ["  …\nb", "a\nb", true],
    ["a…", "a…", true],
    ["(a)*", "aaa", false],
  ])("%j is what is printed, %j: %s", (told, printed, wanted) => {
    expect(isOutput(told, `${printed}\n`)).toBe(wanted);
  });

  it("is compared soon, with many gaps too", () => {
    const printed = "a\n".repeat(2000);
    expect(isOutput(`${"…\na\n".repeat(20)}b`, printed)).toBe(false);
  });
});
