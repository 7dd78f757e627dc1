import { hasPassed, type CheckReport } from "../check-report.ts";

/** The reports for a program: `{ passed, reports: [{ check, provider, passed, skipped?, cases }] }`. */
export function reportJson(reports: readonly CheckReport[]): string {
  const told = reports.map((report) => ({ ...report, passed: hasPassed(report) }));
  return `${JSON.stringify({ passed: reports.every(hasPassed), reports: told }, undefined, 2)}\n`;
}
