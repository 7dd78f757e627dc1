import { readFile } from "node:fs/promises";

/** What became of a mutant: `Killed` and `Timeout` were noticed, `Survived` and `NoCoverage` were not, others do not count. */
export type MutantStatus =
  | "Killed"
  | "Timeout"
  | "Survived"
  | "NoCoverage"
  | "CompileError"
  | "RuntimeError"
  | "Ignored"
  | "Pending";

/** One change to the code. */
export interface Mutant {
  readonly status: MutantStatus;
  /** From `src`, such as `diff/diff-rules.ts`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The code that was replaced. */
  readonly original: string;
  readonly replacement: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is used of a file in the format mutation-testing-report-schema, which Stryker writes; lines and columns are counted from 1. */
export interface ReportJson {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: MutantStatus;
          readonly replacement?: string;
          readonly location: { readonly start: Position; readonly end: Position };
        }[];
      }
    >
  >;
}

/** Reads a report file of Stryker's. */
export async function readReport(file: string): Promise<readonly Mutant[]> {
  return mutantsOf(JSON.parse(await readFile(file, "utf8")) as ReportJson);
}

/** The mutants of a report, by file and line. */
export function mutantsOf(report: ReportJson): readonly Mutant[] {
  return Object.entries(report.files)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, { source, mutants }]) =>
      mutants
        .toSorted((one, other) => one.location.start.line - other.location.start.line)
        .map(({ status, replacement = "", location: { start, end } }) => ({
          status,
          file: path.replace(/^src\//, ""),
          line: start.line,
          original: textBetween(source.split("\n"), start, end),
          replacement,
        })),
    );
}

function textBetween(lines: readonly string[], start: Position, end: Position): string {
  const covered = lines.slice(start.line - 1, end.line);
  const last = covered.length - 1;
  return covered
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join("\n");
}
