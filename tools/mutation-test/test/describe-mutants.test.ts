import { describe, expect, it } from "vitest";
import { describeScores, describeSurvivors } from "../src/describe-mutants.ts";
import { mutantsOf, type Mutant, type MutantStatus, type ReportJson } from "../src/read-report.ts";

const mutant = (status: MutantStatus, file = "diff/diff-tags.ts"): Mutant => ({
  status,
  file,
  line: 3,
  original: "a > b",
  replacement: "a >= b",
});

describe("a report", () => {
  const at = (line: number, column: number, endLine: number, endColumn: number) => ({
    start: { line, column },
    end: { line: endLine, column: endColumn },
  });
  const report: ReportJson = {
    files: {
      "src/plan/step.ts": { source: "let x;", mutants: [] },
      "src/diff/diff-tags.ts": {
        source: "if (a > b) {\n  go();\n}\n",
        mutants: [
          { status: "Survived", replacement: "{}", location: at(1, 12, 3, 2) },
          { status: "Killed", replacement: "a >= b", location: at(1, 5, 1, 10) },
        ],
      },
    },
  };

  it("tells of each mutant where it is, and the code that it took away", () => {
    expect(mutantsOf(report)).toEqual([
      { status: "Survived", file: "diff/diff-tags.ts", line: 1, original: "{\n  go();\n}", replacement: "{}" },
      { status: "Killed", file: "diff/diff-tags.ts", line: 1, original: "a > b", replacement: "a >= b" },
    ]);
  });
});

describe("the score", () => {
  it("is given for each folder, and counts what was noticed of all that could be", () => {
    const statuses: MutantStatus[] = [
      "Killed",
      "Killed",
      "Timeout",
      "Survived",
      "NoCoverage",
      "Ignored",
      "RuntimeError",
    ];
    expect(
      describeScores([...statuses.map((status) => mutant(status)), mutant("Killed", "plan/order/cover.ts")]),
    ).toEqual([
      "diff: 60.0 % (2 killed, 1 timed out, 1 survived, 1 not covered)",
      "plan/order: 100.0 % (1 killed, 0 timed out, 0 survived, 0 not covered)",
    ]);
  });

  it("is not a number where nothing could be changed", () => {
    expect(describeScores([mutant("Ignored")])).toEqual([
      "diff: no mutants (0 killed, 0 timed out, 0 survived, 0 not covered)",
    ]);
  });
});

describe("a survivor", () => {
  it("is told on one line, and what was noticed is not told", () => {
    expect(
      describeSurvivors([
        mutant("Survived"),
        mutant("Killed"),
        mutant("Timeout"),
        { ...mutant("NoCoverage"), original: `{\n  ${"x".repeat(200)}\n}`, replacement: "{}" },
      ]),
    ).toEqual([
      "diff/diff-tags.ts:3  a > b  →  a >= b",
      `diff/diff-tags.ts:3  { ${"x".repeat(88)}…  →  {}  (not covered)`,
    ]);
  });
});
