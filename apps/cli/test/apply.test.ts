import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { readReport } from "./support/apply-lines.ts";
import { drifted, targets } from "./support/documents.ts";

const quiet = `${targets}  web:\n    on: [fra, lux]\n    ingress:\n      - { allow: https, from: any }\n`;

describe("secgroup apply", () => {
  it("plans, applies, reads back, and has nothing to do the second time", async () => {
    const { run, write, simulator, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const first = await run("apply --yes");
    expect(first.code).toBe(0);
    expect(first.stdout).toContain("  ~ web  2 added, 1 removed (unlistedRules: remove), 1 relabelled, 5 kept\n");
    expect(first.stdout).toMatch(
      /✓ fra {2}4 steps done, read back, as planned\n✓ lux {2}3 steps done, read back, as planned\n$/,
    );
    expect(writesSince(0)).toHaveLength(7);
    const before = simulator.requests.length;
    const second = await run("apply --yes");
    expect(second).toMatchObject({
      code: 0,
      stderr: "",
      stdout: "✓ fra  nothing had to be done\n✓ lux  nothing had to be done\n",
    });
    expect(writesSince(before)).toEqual([]);
    // One read of each target, after a look at what its cloud is at work on.
    const reads = simulator.requests.slice(before).map(({ path }) => path);
    expect(
      reads.filter((path) => path.includes("securitygroups?") || path.includes("securitygroups/1/1?")),
    ).toHaveLength(2);
    expect(reads.filter((path) => path.includes("/requests?") || path.includes("/tasks"))).toHaveLength(
      reads.length - 2,
    );
  });

  it("reads a target once before it writes when nobody had to think", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    const lists = simulator.requests.filter(
      ({ method, path }) => method === "GET" && /\/securitygroups\/1\/1\?/.test(path),
    );
    // Before the first wave, after it, and after the second.
    expect(lists).toHaveLength(3);
  });

  it("reads again after a person was asked, and applies on yes only", async () => {
    const { run, write, simulator, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const refused = await run("apply", { answer: false });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("Apply this?");
    expect(refused.stderr).toContain("Nothing has been changed.");
    expect(writesSince(0)).toEqual([]);
    const before = simulator.requests.length;
    expect((await run("apply", { answer: true })).code).toBe(0);
    const lists = simulator.requests
      .slice(before)
      .filter(({ method, path }) => method === "GET" && /\/securitygroups\/1\/1\?/.test(path));
    expect(lists).toHaveLength(4);
  });

  it("refuses what somebody changed while a person was asked", async () => {
    const { run, write, simulator, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const [web] = simulator.gcore.groups(1, 1);
    let lists = 0;
    const { code, stderr } = await run("apply", {
      answer: true,
      fetch: (request, fetch) => {
        if (request.url.includes("/cloud/v1/securitygroups") && ++lists === 2)
          simulator.gcore.editRules(web?.id ?? "", (rules) => rules.slice(1));
        return fetch(request);
      },
    });
    expect(code).toBe(1);
    expect(stderr).toContain("error stale-plan: the group web has changed since the plan was made");
    expect(writesSince(0)).toEqual([]);
  });

  it("does nothing without a terminal to ask on and without --yes", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout, stderr } = await run("apply");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      "error usage: there is no terminal to ask on\n  hint: Add --yes to apply without being asked.\n",
    );
    expect(simulator.requests).toHaveLength(0);
  });

  it("prints the report as the last line of JSON, for people on stderr", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", quiet);
    const { code, stdout, stderr } = await run("apply --yes --json");
    expect(code).toBe(0);
    expect(readReport(stdout)).toMatchObject({
      converged: true,
      targets: [
        { target: "fra", steps: [{ status: "done", step: { kind: "create-group", name: "web" } }] },
        { target: "lux", steps: [{ status: "done", step: { kind: "create-group", name: "web" } }] },
      ],
    });
    expect(stderr).toContain("fra: 1 of 1 done: web: create the group with 2 rules\n");
    expect(readReport((await run("apply --yes --json")).stdout)).toEqual({
      kind: "report",
      converged: true,
      targets: [
        { target: "fra", steps: [] },
        { target: "lux", steps: [] },
      ],
    });
  });

  it("removes a large share of the rules only with --force, and does not ask before it refuses", async () => {
    const { run, write, simulator, writesSince } = createHarness();
    const rules = Array.from(
      { length: 12 },
      (_, port) =>
        ({
          type: "INGRESS",
          protocol: "TCP",
          ipVersion: "IPv4",
          portRangeStart: port + 1,
          portRangeEnd: port + 1,
        }) as const,
    );
    simulator.ionos.addGroup("5ec90000-0000-4000-8000-000000000001", { name: "many", rules });
    write("secgroup.yaml", `${targets}  many:\n    on: fra\n    ingress:\n      - { allow: tcp/1, from: 0.0.0.0/0 }\n`);
    const refused = await run("apply", { answer: true });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(
      "error unsafe-plan: the plan removes 11 of the group's 12 rules\n  target fra, group many\n  hint: ",
    );
    expect(refused.stderr).not.toContain("Apply this?");
    expect(writesSince(0)).toEqual([]);
    expect((await run("apply --yes --force")).code).toBe(0);
    expect(writesSince(0)).toHaveLength(11);
  });

  it("says of every step what became of it when the cloud fails at one", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    simulator.ionos.failNextRequest("The datacenter is on fire.");
    const { code, stdout, stderr } = await run("apply --yes");
    expect(code).toBe(1);
    expect(stdout).toContain("✗ fra  not as planned: 2 done, 1 failed and 1 not done\n");
    expect(stdout).toMatch(/ {4}failed {4}web: (add|relabel) ingress/);
    expect(stdout).toContain("    not done  retired: delete the group\n");
    expect(stdout).toContain("✓ lux  3 steps done");
    expect(stderr).toContain(
      "error operation-failed: the cloud could not carry it out: The datacenter is on fire.\n  target fra, group web\n",
    );
    expect((await run("apply --yes")).code).toBe(0);
    expect((await run("plan --detailed-exitcode")).code).toBe(0);
  });

  it("gives the errors of steps in the report as JSON too", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", quiet);
    simulator.gcore.failNextTask("Out of quota.");
    const { code, stdout } = await run("apply --yes --json");
    expect(code).toBe(1);
    const report = readReport(stdout);
    expect(report).toMatchObject({
      converged: false,
      targets: [{ target: "fra" }, { target: "lux", error: { code: "operation-failed" } }],
    });
    expect(report.targets[1]?.steps[0]).toMatchObject({
      status: "failed",
      error: { code: "operation-failed", vendor: { cloud: "gcore" } },
    });
  });
});
