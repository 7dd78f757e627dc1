import type { Report } from "@secgroup/console";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

/** What the page was given to show. */
function dataOf(page: string): Report {
  const [, data = ""] = /<script id="report" type="application\/json">([^<]+)<\/script>/.exec(page) ?? [];
  return JSON.parse(data);
}

describe("secgroup plan --html", () => {
  it("writes one file for its owner only, with the plan and its steps in words, and nothing from elsewhere", async () => {
    const { run, read, folder, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const shown = await run("plan --html report.html");
    expect(shown.code).toBe(0);
    const page = read("report.html");
    expect(statSync(join(folder, "report.html")).mode & 0o777).toBe(0o600);
    expect(page).not.toMatch(/(src|href)="[^"#]/);
    expect(page).toContain("default-src 'none'");
    const data = dataOf(page);
    expect(data).toMatchObject({ document: expect.stringMatching(/secgroup\.yaml$/), failed: [] });
    expect(data.targets.map(({ plan, place }) => [plan.target, place[0]])).toEqual([
      ["fra", "IONOS Cloud"],
      ["lux", "Gcore"],
    ]);
    for (const line of data.summary) expect(shown.stdout).toContain(line);
    expect(data.targets.flatMap(({ waves }) => waves.flat())).toContain("retired: delete the group");
    const json = await run("plan --json");
    expect(data.targets.map(({ plan }) => plan)).toEqual(JSON.parse(json.stdout).plan.targets);
  });

  it("holds no text of a document that could end the element that it stands in", async () => {
    const { run, read, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: fra, description: "</script><script>alert(1)</script><!--" }\n`);
    expect((await run("plan --html report.html")).code).toBe(0);
    const page = read("report.html");
    expect(page).not.toContain("<script>alert");
    expect(dataOf(page).targets[0]?.plan).toMatchObject({
      groups: [{ description: "</script><script>alert(1)</script><!--" }],
    });
  });

  it("tells of targets that could not be read", async () => {
    const { run, read, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    simulator.gcore.refuseNextCall({ status: 403 });
    expect((await run("plan --html report.html")).code).toBe(1);
    const { failed, targets: shown } = dataOf(read("report.html"));
    expect(failed).toEqual([
      { target: "lux", problems: [expect.stringMatching(/^Gcore answered 403 .* needs the role/)] },
    ]);
    expect(shown.map(({ plan }) => plan.target)).toEqual(["fra"]);
  });

  describe("groups that the document does not name", () => {
    const onlyDatabase = `${targets}  database: { on: [fra, lux], ingress: [{ allow: postgres, from: any }] }\n`;
    const notNamed = (report: Report): unknown =>
      report.targets.map(({ plan, undeclared }) => [
        plan.target,
        undeclared.map(({ name, rules }) => [name, rules.length]),
      ]);
    const standing = [
      [
        "fra",
        [
          ["retired", 2],
          ["web", 7],
        ],
      ],
      ["lux", [["web", 8]]],
    ];

    it("are shown with their rules, at the price of no call", async () => {
      const { run, read, write, simulator } = createHarness({ seed: true });
      write("secgroup.yaml", onlyDatabase);
      await run("plan");
      const calls = simulator.requests.length;
      await run("plan --html report.html");
      expect(simulator.requests.length).toBe(2 * calls);
      const report = dataOf(read("report.html"));
      expect(notNamed(report)).toEqual(standing);
      expect(report.targets[1]?.undeclared[0]).toMatchObject({
        description: "Web servers",
        rules: expect.arrayContaining([
          { providerOwned: false, rule: expect.objectContaining({ description: "just for a moment" }) },
        ]),
      });
    });

    it("are read one by one where lists tell no rules, and those of the document not again", async () => {
      const quirks = {
        ionos: { quirks: { listRulesDepth: "never" } },
        gcore: { quirks: { listedRules: "absent" } },
      } as const;
      const { run, read, write, simulator } = createHarness({ seed: true, ...quirks });
      write("secgroup.yaml", `${targets}  web: { on: [fra, lux], ingress: [{ allow: http, from: any }] }\n`);
      const lux = simulator.gcore.addGroup(1, 1, { name: "spare", rules: [] });
      expect((await run("plan")).code).toBe(0);
      const before = simulator.requests.length;
      expect((await run("plan --html report.html")).code).toBe(0);
      const paths = simulator.requests.slice(before).map(({ path }) => path);
      expect(notNamed(dataOf(read("report.html")))).toEqual([
        ["fra", [["retired", 2]]],
        ["lux", [["spare", 0]]],
      ]);
      const [web] = simulator.gcore.groups(1, 1);
      expect(paths.filter((path) => path.includes(lux))).toHaveLength(1);
      expect(paths.filter((path) => path.includes(web?.id ?? "?"))).toHaveLength(1);
    });

    it("are shown on a target that the document has no group on", async () => {
      const { run, read, write, simulator } = createHarness({ seed: true });
      write("secgroup.yaml", targets.replace("groups:\n", ""));
      expect((await run("plan --html report.html")).code).toBe(0);
      expect(notNamed(dataOf(read("report.html")))).toEqual(standing);
      expect(simulator.requests).toHaveLength(2);
    });

    it("are missing when they cannot be read, which the page says and the plan does not mind", async () => {
      const { run, read, write, simulator } = createHarness({ seed: true });
      write("secgroup.yaml", `${targets}  web: { on: fra, ingress: [{ allow: http, from: any }] }\n`);
      simulator.gcore.refuseNextCall({ status: 403 });
      expect((await run("plan --html report.html")).code).toBe(0);
      const report = dataOf(read("report.html"));
      expect(report.failed).toEqual([{ target: "lux", problems: [expect.any(String)] }]);
      expect(notNamed(report)).toEqual([
        ["fra", [["retired", 2]]],
        ["lux", []],
      ]);
    });
  });

  it("says when it cannot write", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stderr } = await run("plan --html nowhere/report.html");
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: the report cannot be written to nowhere/report.html");
  });
});
