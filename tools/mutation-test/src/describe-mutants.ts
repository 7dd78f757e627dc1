import { dirname } from "node:path";
import type { Mutant } from "./read-report.ts";

const longestCode = 90;

/** A line for each folder: how many mutants were noticed, of those that count. */
export function describeScores(mutants: readonly Mutant[]): readonly string[] {
  return [...Map.groupBy(mutants, ({ file }) => dirname(file))].map(([folder, inFolder]) => {
    const count = (status: Mutant["status"]): number => inFolder.filter((mutant) => mutant.status === status).length;
    const [killed, timeout, survived, uncovered] = [
      count("Killed"),
      count("Timeout"),
      count("Survived"),
      count("NoCoverage"),
    ];
    const all = killed + timeout + survived + uncovered;
    const score = all === 0 ? "no mutants" : `${((100 * (killed + timeout)) / all).toFixed(1)} %`;
    return `${folder}: ${score} (${killed} killed, ${timeout} timed out, ${survived} survived, ${uncovered} not covered)`;
  });
}

/** A line for each mutant that no test noticed: where it is, and what was changed into what. */
export function describeSurvivors(mutants: readonly Mutant[]): readonly string[] {
  return mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(
      ({ status, file, line, original, replacement }) =>
        `${file}:${line}  ${onOneLine(original)}  →  ${onOneLine(replacement)}${status === "NoCoverage" ? "  (not covered)" : ""}`,
    );
}

function onOneLine(code: string): string {
  const line = code.replaceAll(/\s+/g, " ");
  return line.length > longestCode ? `${line.slice(0, longestCode)}…` : line;
}
