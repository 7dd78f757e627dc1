import type { ApplyLine, ReportLine } from "../../src/render/apply-line.ts";

/** What `apply --json` printed, line by line. */
export function readLines(stdout: string): readonly ApplyLine[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line): ApplyLine => JSON.parse(line));
}

/** The report that it ended with. */
export function readReport(stdout: string): ReportLine {
  const last = readLines(stdout).at(-1);
  if (last?.kind !== "report") throw new Error(`the last line is no report: ${stdout}`);
  return last;
}
