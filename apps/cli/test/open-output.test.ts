import { describe, expect, it } from "vitest";
import type { Environment } from "../src/context.ts";
import { openOutput, type Stream } from "../src/output/open-output.ts";
import { stylesFor } from "../src/render/styles.ts";

const pipe: Stream = { write: () => true };
const terminal: Stream = { ...pipe, isTTY: true, hasColors: () => true, columns: 132 };
const plain: Stream = { ...terminal, hasColors: () => false };

describe("colours", () => {
  it.each<[what: string, stream: Stream, environment: Environment, colored: boolean]>([
    ["a terminal", terminal, {}, true],
    ["a terminal without any", plain, {}, false],
    ["a pipe", pipe, {}, false],
    ["a pipe in CI", pipe, { CI: "true" }, false],
    ["NO_COLOR", terminal, { NO_COLOR: "1" }, false],
    ["NO_COLOR that is empty, which counts as not set", terminal, { NO_COLOR: "" }, true],
    ["FORCE_COLOR in a pipe", pipe, { FORCE_COLOR: "1" }, true],
    ["FORCE_COLOR that is empty", pipe, { FORCE_COLOR: "" }, false],
    ["FORCE_COLOR=0 on a terminal", terminal, { FORCE_COLOR: "0" }, false],
    ["both, of which NO_COLOR wins", terminal, { FORCE_COLOR: "3", NO_COLOR: "1" }, false],
  ])("on %s", (_what, stream, environment, colored) => {
    const output = openOutput(stream, environment);
    expect(stylesFor(output).red("x") !== "x").toBe(colored);
  });
});

describe("a terminal", () => {
  it("is as wide as it says, and a pipe 80 characters", () => {
    expect([openOutput(terminal, {}).columns, openOutput(pipe, {}).columns]).toEqual([132, 80]);
  });

  it("is written over only where it can go back to a line", () => {
    const told = [terminal, pipe].map((stream) => openOutput(stream, {}).isTerminal);
    expect([...told, openOutput(terminal, { TERM: "dumb" }).isTerminal]).toEqual([true, false, false]);
  });
});
