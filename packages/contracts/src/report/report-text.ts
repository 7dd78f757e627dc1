import { hasPassed, type CheckedCase, type CheckName, type CheckReport } from "../check-report.ts";
import { providers } from "../provider.ts";

/** What each check holds to what, and where to look when it does not. */
const guilt: Readonly<Record<CheckName, { readonly title: string; readonly look: string }>> = {
  "pact-against-spec": {
    title: "pact against spec",
    look: "The consumer says what the API's document does not know: correct the consumer, or the document if the API is so.",
  },
  "simulator-against-pact": {
    title: "simulator against pact",
    look: "The simulator answers otherwise than the pact says: correct the simulator, or the pact if the API is so.",
  },
  "spec-against-vendor": {
    title: "spec against vendor",
    look: "The vendor publishes something else than our document says: the API has moved, so follow it.",
  },
  live: {
    title: "live API",
    look: "The API answers otherwise than its document says: correct the document, then what is built on it.",
  },
};

/** The reports for a person: one line for each check, below it what is wrong, and what the live API taught. */
export function reportText(reports: readonly CheckReport[]): string {
  const sections = providers.flatMap(({ name, title }) => {
    const own = reports.filter(({ provider }) => provider === name);
    return own.length === 0 ? [] : [[title, ...own.flatMap(linesOf)].join("\n")];
  });
  const failed = reports.filter((report) => !hasPassed(report)).length;
  return [...sections, failed === 0 ? "All of it holds." : `${failed} of ${reports.length} checks failed.`].join(
    "\n\n",
  );
}

function linesOf(report: CheckReport): readonly string[] {
  const { title, look } = guilt[report.check];
  const wrong = report.cases.filter(({ problems }) => problems.length > 0);
  return [
    `  ${hasPassed(report) ? (report.skipped === undefined ? "ok  " : "--  ") : "FAIL"} ${title.padEnd(22)} ${summaryOf(report, wrong.length)}`,
    ...(hasPassed(report) ? [] : [`       ${look}`]),
    ...wrong.flatMap(({ name, problems }) => [`       ${name}`, ...problems.map((problem) => `         ${problem}`)]),
    ...(report.check === "live" ? report.cases.flatMap(noteLines) : []),
  ];
}

function summaryOf({ cases, skipped }: CheckReport, wrong: number): string {
  if (skipped !== undefined) return `skipped: ${skipped}`;
  if (cases.length === 0) return "nothing was looked at";
  const notes = cases.filter((each) => (each.notes ?? []).length > 0).length;
  const result = wrong === 0 ? `${cases.length} looked at` : `${wrong} of ${cases.length} wrong`;
  return notes === 0 ? result : `${result}, ${notes} with a note (all notes are in the JSON report)`;
}

const noteLines = ({ name, notes = [] }: CheckedCase): readonly string[] =>
  notes.map((note) => `       note: ${name}: ${note}`);
