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
      {
        target: "lux",
        problems: [
          expect.objectContaining({
            text: expect.stringMatching(/^Gcore answered 403 /),
            hint: expect.stringContaining("needs the role"),
          }),
        ],
      },
    ]);
    expect(shown.map(({ plan }) => plan.target)).toEqual(["fra"]);
  });

  it("says of which targets there is nothing to do where others could not be read", async () => {
    const { run, read, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    simulator.gcore.refuseNextCall({ status: 403 });
    expect((await run("plan --html report.html")).code).toBe(1);
    expect(dataOf(read("report.html")).summary).toEqual(["Nothing to do on fra: as the document says (1 read)."]);
  });

  it("holds nothing of groups that the document does not name, as it is made to be handed on", async () => {
    const { run, read, write, simulator } = createHarness({ seed: true });
    simulator.gcore.addGroup(1, 1, { name: "bastion", rules: [] });
    write("secgroup.yaml", drifted);
    await run("plan --html report.html");
    expect(read("report.html")).not.toContain("bastion");
    expect(dataOf(read("report.html")).targets.flatMap(({ undeclared }) => undeclared)).toEqual([]);
  });

  it("says when it cannot write", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stderr } = await run("plan --html nowhere/report.html");
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: the report cannot be written to nowhere/report.html");
  });
});
