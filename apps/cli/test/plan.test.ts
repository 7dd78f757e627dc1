import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

describe("secgroup plan", () => {
  it("shows what changes, group by group, and changes nothing", async () => {
    const { run, write, simulator, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout, stderr } = await run("plan");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toBe(`fra  IONOS Cloud, datacenter 5ec90000-0000-4000-8000-000000000001
  ~ web  2 added, 1 removed (unlistedRules: remove), 1 relabelled, 5 kept
      + ingress tcp/443 from any (IPv4 + IPv6)     public site
      - ingress tcp/23 from any (IPv4)             just for a moment
      ~ ingress tcp/22 from 203.0.113.0/24 (IPv4)  "ssh" → "admins"
      opens   tcp/443 from any        e.g. tcp/443 from 198.51.100.7
      closes  tcp/23 from any (IPv4)  e.g. tcp/23 from 198.51.100.7
  - retired  delete the group and its 2 rules
      closes  tcp/25, tcp/143 from any (IPv4)  e.g. tcp/25 from 198.51.100.7
  API calls: 4 writes in 2 waves, 4 reads

lux  Gcore, project 1, region 1
  ~ web  1 added, 1 removed (unlistedRules: remove), 7 kept
      ~ description: "Public web servers"
      + ingress tcp/22 from 203.0.113.0/24 (IPv4)  admins (no effect on traffic)
      - ingress tcp/22 from any (IPv4)             just for a moment
      closes  tcp/22 from any but 203.0.113.0/24 (IPv4)
              e.g. tcp/22 from 198.51.100.7
  + database  new group, 2 rules
      tag team: "edge"
      + ingress tcp/5432 from group:web (IPv4 + IPv6)  web servers only
      opens   tcp/5432 from group:web
              e.g. tcp/5432 from 198.51.100.7, a member of web
  API calls: 3 writes in 2 waves, 1 read

Plan: 5 rules to add, 4 to remove, 1 to relabel; 1 group to create, 1 to delete
7 calls, 2 waves, no interruption possible
Nothing has been changed. To change it: secgroup apply
`);
    expect(writesSince(0)).toEqual([]);
    expect(simulator.requests).toHaveLength(5);
  });

  it("prints the plan with counts and notices, and nothing else, as JSON", async () => {
    const { run, write } = createHarness({ seed: true });
    write(
      "secgroup.json",
      JSON.stringify({
        targets: { lux: { cloud: "gcore" } },
        groups: { web: { on: "lux", ingress: [{ allow: ["ssh", "tcp/22"], from: "any" }] } },
      }),
    );
    const { code, stdout, stderr } = await run("plan --json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { plan, counts, notices } = JSON.parse(stdout);
    expect(plan).toMatchObject({
      format: "secgroup-plan/1",
      targets: [{ target: "lux", cloud: "gcore", location: { project: 1, region: 1 } }],
    });
    expect(counts.total).toEqual({
      groupsCreated: 0,
      groupsDeleted: 0,
      rulesAdded: 1,
      rulesRemoved: 7,
      rulesRelabelled: 0,
      rulesKept: 1,
      rulesUnlistedKept: 0,
      rulesWithoutEffect: 0,
      trafficOpened: 1,
      trafficClosed: 3,
      stepsUnproved: 0,
      writes: 1,
      reads: 1,
    });
    expect(counts.targets).toMatchObject([{ target: "lux", waves: 1, writes: 1 }]);
    expect(notices).toHaveLength(1);
  });

  it("ends with 2 for changes and 0 for none only when asked in detail", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yml", drifted);
    expect((await run("plan --detailed-exitcode")).code).toBe(2);
    expect((await run("plan")).code).toBe(0);
    expect((await run("apply --yes")).code).toBe(0);
    expect((await run("plan --detailed-exitcode")).code).toBe(0);
  });

  it.each([
    {},
    { patchOrder: "delete-first" },
    { ruleComparison: "normalized" },
    { ruleComparison: "literal" },
  ] as const)("says which descriptions stay on Gcore, and changes them with --relabel (%j)", async (quirks) => {
    const { run, write } = createHarness({ seed: true, gcore: { quirks } });
    write("secgroup.yaml", drifted.replace("description: public site", "description: the site"));
    const { stdout } = await run("plan");
    expect(stdout).toContain("      4 descriptions differ; on Gcore they change only with --relabel\n");
    expect(stdout).toContain(`~ ingress tcp/80 from any (IPv4 + IPv6)      "public site" → "the site"`);
    const relabelled = await run("plan --relabel");
    expect(relabelled.stdout).not.toContain("--relabel\n  ");
    expect(relabelled.stdout).toContain("1 added, 1 removed (unlistedRules: remove), 4 relabelled, 3 kept");
    expect(relabelled.stdout).toContain("To change it: secgroup apply --relabel");
    expect((await run("apply --relabel --yes --allow-interruption")).code).toBe(0);
    expect((await run("plan")).stdout).toContain("Nothing to do");
  });

  it("says that unlisted rules stay, that a brake is on, and what was merged", async () => {
    const { run, write, simulator } = createHarness();
    const rules = Array.from(
      { length: 12 },
      (_, port) =>
        ({
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: port + 1,
          port_range_max: port + 1,
        }) as const,
    );
    simulator.gcore.addGroup(1, 1, { name: "many", rules });
    simulator.gcore.addGroup(1, 1, { name: "free", rules: rules.slice(0, 2) });
    write(
      "secgroup.yaml",
      `${targets}  many:\n    on: lux\n    ingress:\n      - { allow: tcp/1, from: 0.0.0.0/0 }\n      - { allow: tcp/1, from: 0.0.0.0/0 }\n  free:\n    on: lux\n    unlistedRules: keep\n`,
    );
    const { stdout } = await run("plan");
    expect(stdout).toMatch(/^note groups\.many\.ingress\[1\] says again what .*\n {2}at secgroup\.yaml:9:9\n/);
    expect(stdout).toContain("  ~ many  11 removed (unlistedRules: remove), 1 kept\n");
    expect(stdout).toContain("      removes 11 of 12 rules: apply needs --force\n");
    expect(stdout).toContain(
      "  = free  nothing to do, 2 rules kept\n      2 unlisted rules stay (unlistedRules: keep)\n",
    );
  });

  it("says first what could not be read, and of which targets there is nothing to do", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    simulator.gcore.refuseNextCall({ status: 403 });
    const { code, stdout } = await run("plan");
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n").slice(-3)).toEqual([
      "",
      "Could not be read: lux",
      "Nothing to do on fra: as the document says (1 read).",
    ]);
    expect(stdout).not.toContain("the clouds are");
  });

  it("colours for a terminal only", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    expect((await run("plan", { hasColor: true })).stdout).toContain("\u001b[32m+\u001b[39m");
    expect((await run("plan")).stdout).not.toContain("\u001b");
  });
});
