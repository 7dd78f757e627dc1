import { describe, expect, it } from "vitest";
import { targets } from "./support/documents.ts";
import { createHarness } from "./support/harness.ts";

const manyGroups = (count: number, rules: (index: number) => readonly string[]): string =>
  targets +
  Array.from({ length: count }, (_, index) =>
    [
      `  group-${index}:`,
      "    on: [fra, lux]",
      "    ingress:",
      ...rules(index).map((rule) => `      - ${rule}`),
      "",
    ].join("\n"),
  ).join("");

const inside = (index: number): readonly string[] => [`{ allow: tcp/${1000 + index}, from: 10.0.0.0/8 }`];

/** Rows that lines take on a terminal of 80 columns. */
const rowsOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0);

/** What stands below the last blank line. */
function summaryOf(stdout: string): readonly string[] {
  const lines = stdout.trimEnd().split("\n");
  return lines.slice(lines.lastIndexOf("") + 1);
}

describe("a plan over many groups", () => {
  it.each<[what: string, document: string, wanted: readonly string[]]>([
    [
      "most of it like the rest, one group open to the world",
      manyGroups(150, (index) => (index === 140 ? ["{ allow: ssh, from: any }"] : inside(index))),
      [
        "Plan: 302 rules to add; 300 groups to create",
        "  opens   traffic in 300 groups, in 2 from or to any address",
        "          tcp/22 from any  fra group-140 and 1 other",
        "          tcp/1000 from 10.0.0.0/8  fra group-0 and 1 other",
        "          … and 148 more (--json has all)",
        "300 calls, 1 wave, no interruption possible",
        "Nothing has been changed. To change it: secgroup apply",
      ],
    ],
    [
      "the same in all",
      manyGroups(100, () => ["{ allow: tcp/5432, from: 10.0.0.0/8 }"]),
      [
        "Plan: 200 rules to add; 200 groups to create",
        "  opens   traffic in 200 groups",
        "          tcp/5432 from 10.0.0.0/8  fra group-0 and 199 others",
        "200 calls, 1 wave, no interruption possible",
        "Nothing has been changed. To change it: secgroup apply",
      ],
    ],
  ])("ends with what matters, whatever came before: %s", async (_what, document, wanted) => {
    const { run, write } = createHarness();
    write("secgroup.yaml", document);
    const { stdout } = await run("plan");
    expect(summaryOf(stdout)).toEqual(wanted);
    expect(rowsOf(summaryOf(stdout))).toBeLessThanOrEqual(24);
    expect(stdout).toMatch(/ {2}… and \d+ more groups \(--json has all\)\n/);
    expect(stdout.split("\n").length).toBeLessThan(250);
  });

  it("keeps what closes, what may be interrupted, and what could not be read within a screen", async () => {
    const { run, write, simulator } = createHarness();
    // Full groups, whose rules cannot be changed without a moment in between.
    for (let index = 0; index < 30; index++) {
      simulator.ionos.addGroup("5ec90000-0000-4000-8000-000000000001", {
        name: `group-${index}`,
        rules: Array.from({ length: 100 }, (_, port) => ({
          type: "INGRESS" as const,
          protocol: "TCP" as const,
          ipVersion: "IPv4" as const,
          sourceIp: "10.0.0.0/8",
          portRangeStart: 2 * port + 1,
          portRangeEnd: 2 * port + 1,
        })),
      });
    }
    // The same, but a port less on one rule and two in another.
    const ports = Array.from({ length: 100 }, (_, port) => (port === 0 ? "tcp/1-2" : `tcp/${2 * port + 1}`));
    const document = manyGroups(30, (index) =>
      ports.map((port) => `{ allow: ${port}, from: 10.0.0.0/${index === 3 ? 9 : 8} }`),
    );
    write("secgroup.yaml", document.replaceAll("on: [fra, lux]", "on: [fra, lux]\n    unlistedRules: remove"));
    const { code, stdout, stderr } = await run("plan", {
      fetch: (request, fetch) =>
        request.url.includes("/cloud/")
          ? Promise.resolve(new Response("{}", { status: 401, headers: { "content-type": "application/json" } }))
          : fetch(request),
    });
    expect(code).toBe(1);
    const summary = summaryOf(stdout);
    expect(rowsOf(summary)).toBeLessThanOrEqual(24);
    const text = summary.join("\n");
    expect(text).toMatch(/^ {2}opens {3}traffic in \d+ groups?/m);
    expect(text).toMatch(/^ {2}closes {2}traffic in \d+ groups?/m);
    expect(summary[0]).toBe("Could not be read: lux");
    expect(text).toMatch(/; may be interrupted:\n/);
    expect(text).toMatch(/… and \d+ more \(--json has all\)\n {2}apply needs --allow-interruption/);
    expect(stderr).toContain("error unauthorized: ");
    // The rules of one group are a list of their own.
    expect(stdout).toMatch(/ {8}… and \d+ more rules \(--json has all\)\n/);
  });

  it("is told as drift in as few lines", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", manyGroups(60, inside));
    const { stdout } = await run("drift");
    expect(stdout).toContain("  … and 40 more groups that differ (--json has all)\n");
    expect((await run("apply --yes")).code).toBe(0);
    const quiet = (await run("drift")).stdout;
    expect(quiet).toContain("  ✓ 60 groups  as declared\n");
    expect(quiet.split("\n").length).toBeLessThan(10);
  });

  it("has a report that fits a screen also where most went wrong", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", manyGroups(60, inside));
    simulator.ionos.failNextRequest("no space left");
    const { stdout } = await run("apply --yes");
    const report = stdout.slice(stdout.indexOf("✗ fra")).trimEnd().split("\n");
    expect(rowsOf(report)).toBeLessThanOrEqual(24);
    expect(report[1]).toMatch(/^ {4}failed {4}/);
    expect(stdout).toMatch(/ {4}… and \d+ more steps \(--json has all\)\n/);
    expect(stdout).toContain("✓ lux  60 steps done, read back, as planned\n");
  });
});
