import { hasPassed, type CheckedCase, type CheckReport } from "../check-report.ts";

/** The reports as JUnit XML, as CI services show it: a suite for each check and provider, a test for each case. */
export function reportJunit(reports: readonly CheckReport[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${reports.map(suite).join("\n")}\n</testsuites>\n`;
}

function suite(report: CheckReport): string {
  const { check, provider, skipped } = report;
  const isEmpty = report.cases.length === 0 && !hasPassed(report);
  const cases = isEmpty ? [{ name: "the check itself", problems: ["nothing was looked at"] }] : report.cases;
  const failures = cases.filter(({ problems }) => problems.length > 0).length;
  const tests = skipped === undefined ? cases.length : 1;
  const counts = `tests="${tests}" failures="${failures}" skipped="${skipped === undefined ? 0 : 1}"`;
  const body =
    skipped === undefined
      ? cases.map((each) => testCase(`${provider}.${check}`, each))
      : [
          `    <testcase classname="${provider}.${check}" name="${check}"><skipped message="${escape(skipped)}"/></testcase>`,
        ];
  return [`  <testsuite name="${provider}: ${check}" ${counts}>`, ...body, "  </testsuite>"].join("\n");
}

function testCase(className: string, { name, problems, notes = [] }: CheckedCase): string {
  const [first] = problems;
  const inner = [
    ...(first === undefined ? [] : [`<failure message="${escape(first)}">${escape(problems.join("\n"))}</failure>`]),
    ...(notes.length === 0 ? [] : [`<system-out>${escape(notes.join("\n"))}</system-out>`]),
  ];
  return `    <testcase classname="${className}" name="${escape(name)}">${inner.join("")}</testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** XML knows no other control characters, not even escaped. */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? "").replaceAll(/[\p{Cc}]/gu, " ");
