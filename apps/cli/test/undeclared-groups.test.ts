import type { Report } from "@secgroup/console";
import { describe, expect, it } from "vitest";
import { createConsoleSession } from "../src/console/console-session.ts";
import { targets } from "./support/documents.ts";
import { createHarness, type Harness, type RunOptions } from "./support/harness.ts";

/** What the console's page is given to show. */
async function reportOf({ openContext }: Harness, fetch?: RunOptions["fetch"]): Promise<Report> {
  const state = await createConsoleSession(undefined, openContext(fetch && { fetch })).plan();
  if (state.kind !== "planned") throw new Error(`there is no plan: ${JSON.stringify(state)}`);
  return state.report;
}

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

describe("groups that the document does not name, in the console", () => {
  it("are shown with their rules, at the price of no call", async () => {
    const harness = createHarness({ seed: true });
    const { run, write, simulator } = harness;
    write("secgroup.yaml", `${targets}  database: { on: [fra, lux], ingress: [{ allow: postgres, from: any }] }\n`);
    await run("plan");
    const calls = simulator.requests.length;
    const report = await reportOf(harness);
    expect(simulator.requests.length).toBe(2 * calls);
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
    const harness = createHarness({ seed: true, ...quirks });
    const { write, simulator } = harness;
    write("secgroup.yaml", `${targets}  web: { on: [fra, lux], ingress: [{ allow: http, from: any }] }\n`);
    const lux = simulator.gcore.addGroup(1, 1, { name: "spare", rules: [] });
    const report = await reportOf(harness);
    const paths = simulator.requests.map(({ path }) => path);
    expect(notNamed(report)).toEqual([
      ["fra", [["retired", 2]]],
      ["lux", [["spare", 0]]],
    ]);
    const [web] = simulator.gcore.groups(1, 1);
    expect(paths.filter((path) => path.includes(lux))).toHaveLength(1);
    expect(paths.filter((path) => path.includes(web?.id ?? "?"))).toHaveLength(1);
  });

  it("are shown on a target that the document has no group on", async () => {
    const harness = createHarness({ seed: true });
    harness.write("secgroup.yaml", targets.replace("groups:\n", ""));
    expect(notNamed(await reportOf(harness))).toEqual(standing);
    expect(harness.simulator.requests).toHaveLength(2);
  });

  it("do not hold up the plan on a cloud that it does not need", async () => {
    const harness = createHarness({ seed: true });
    harness.write("secgroup.yaml", `${targets}  web: { on: fra, ingress: [{ allow: http, from: any }] }\n`);
    const start = harness.clock.now();
    const report = await reportOf(harness, async (request, simulator) =>
      request.url.includes("/cloud/")
        ? new Response(null, { status: 429, headers: { "Retry-After": "3000" } })
        : simulator(request),
    );
    expect(harness.clock.now() - start).toBeLessThan(30_000);
    expect(report.failed).toMatchObject([
      { target: "lux", problems: [{ text: expect.stringContaining("asks for 3000 s before it is read again") }] },
    ]);
  });

  it("are missing when they cannot be read, which the page says and the plan does not mind", async () => {
    const harness = createHarness({ seed: true });
    harness.write("secgroup.yaml", `${targets}  web: { on: fra, ingress: [{ allow: http, from: any }] }\n`);
    harness.simulator.gcore.refuseNextCall({ status: 403 });
    const report = await reportOf(harness);
    expect(report.failed).toMatchObject([
      { target: "lux", problems: [{ hint: expect.stringContaining("needs the role Project User") }] },
    ]);
    expect(notNamed(report)).toEqual([
      ["fra", [["retired", 2]]],
      ["lux", []],
    ]);
  });
});
