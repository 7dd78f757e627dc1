import { describe, expect, it } from "vitest";
import { hasPassed, type CheckReport } from "../src/check-report.ts";
import { reportJson } from "../src/report/report-json.ts";
import { reportJunit } from "../src/report/report-junit.ts";
import { reportText } from "../src/report/report-text.ts";

const good: CheckReport = { check: "pact-against-spec", provider: "ionos", cases: [{ name: "a", problems: [] }] };
const bad: CheckReport = {
  check: "simulator-against-pact",
  provider: "gcore",
  cases: [
    { name: 'PATCH "x" <y>', problems: ["one & two\nthree \u001b[31m"] },
    { name: "b", problems: [] },
  ],
};
const skipped: CheckReport = { check: "live", provider: "gcore", cases: [], skipped: "no GCORE_API_KEY" };
const empty: CheckReport = { check: "pact-against-spec", provider: "gcore", cases: [] };
const noted: CheckReport = { check: "live", provider: "ionos", cases: [{ name: "c", problems: [], notes: ["d"] }] };

it("a check that looked at nothing has not passed, one that was skipped has", () => {
  expect([good, bad, skipped, empty].map(hasPassed)).toEqual([true, false, true, false]);
});

describe("the report", () => {
  it("as text names vendor, check, case and problem, and what to do", () => {
    expect(reportText([good, noted, bad, skipped, empty])).toBe(
      [
        "IONOS Cloud",
        "  ok   pact against spec      1 looked at",
        "  ok   live API               1 looked at, 1 with a note (all notes are in the JSON report)",
        "       note: c: d",
        "",
        "Gcore",
        "  FAIL simulator against pact 1 of 2 wrong",
        "       The simulator answers otherwise than the pact says: correct the simulator, or the pact if the API is so.",
        '       PATCH "x" <y>',
        "         one & two\nthree \u001b[31m",
        "  --   live API               skipped: no GCORE_API_KEY",
        "  FAIL pact against spec      nothing was looked at",
        "       The consumer says what the API's document does not know: correct the consumer, or the document if the API is so.",
        "",
        "2 of 5 checks failed.",
      ].join("\n"),
    );
  });

  it("as JSON says what passed", () => {
    const { passed, reports } = JSON.parse(reportJson([good, bad])) as { passed: boolean; reports: unknown[] };
    expect(passed).toBe(false);
    expect(reports).toEqual([
      { ...good, passed: true },
      { ...bad, passed: false },
    ]);
  });

  it("as JUnit escapes what XML cannot hold and counts", () => {
    const xml = reportJunit([bad, skipped, empty, noted]);
    expect(xml).toContain('<testsuite name="gcore: simulator-against-pact" tests="2" failures="1" skipped="0">');
    expect(xml).toContain('name="PATCH &quot;x&quot; &lt;y&gt;"');
    expect(xml).toContain('<failure message="one &amp; two&#10;three  [31m">');
    expect(xml).toContain('<skipped message="no GCORE_API_KEY"/>');
    expect(xml).toContain('<failure message="nothing was looked at">');
    expect(xml).toContain("<system-out>d</system-out>");
  });
});
