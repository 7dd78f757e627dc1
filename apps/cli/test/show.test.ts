import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { drifted } from "./support/documents.ts";

describe("secgroup show", () => {
  it("lists the groups that stand on every target, with ids and rules", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const retired = simulator.ionos
      .groups("5ec90000-0000-4000-8000-000000000001")
      .find(({ name }) => name === "retired");
    const { code, stdout } = await run("show");
    expect(code).toBe(0);
    expect(stdout).toContain(`  retired  ${retired?.id}  2 rules
      Mail, moved away
      · ingress tcp/25 from any (IPv4)
      · ingress tcp/143 from any (IPv4)  imap
`);
    expect(stdout).toContain("\n\nlux  Gcore, project 1, region 1\n  web  ");
  });

  it("shows tags, the provider's own rules, names of remote groups, and rules that cannot be understood", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", `targets: { lux: { cloud: gcore } }\n`);
    const web = simulator.gcore.addGroup(1, 1, {
      name: "web",
      rules: [],
      tags: { team: "edge" },
      readOnlyTags: { owner: "k8s" },
    });
    simulator.gcore.addGroup(1, 1, {
      name: "database",
      rules: [
        {
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 5432,
          port_range_max: 5432,
          remote_group_id: web,
        },
        { direction: "egress", ethertype: "IPv4", description: "system" },
      ],
    });
    const { stdout } = await run("show");
    expect(stdout).toContain("· ingress tcp/5432 from group:web (IPv4)\n");
    expect(stdout).toContain("· egress any to any (IPv4)                system (the provider's own)\n");
    expect(stdout).toContain(`      tag team: "edge"\n      tag owner: "k8s" (read-only)\n`);
  });

  it("prints ids of rules as JSON, and of one target only when asked", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { stdout } = await run("show --target lux --json");
    const { targets } = JSON.parse(stdout);
    expect(targets).toHaveLength(1);
    const [web] = simulator.gcore.groups(1, 1);
    expect(targets[0]).toMatchObject({
      target: "lux",
      cloud: "gcore",
      location: { project: 1, region: 1 },
      groups: [{ id: web?.id, name: "web" }],
    });
    expect(targets[0].groups[0].rules.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      web?.rules.map(({ id }) => id).toSorted(),
    );
  });

  it("refuses a target that the document does not have", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", drifted);
    expect((await run("show --target lyx")).stderr).toBe(
      "error usage: secgroup.yaml has no target lyx\n  hint: Its targets are fra, lux.\n",
    );
  });

  it("says when a target has no groups", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", drifted);
    expect((await run("show --target lux")).stdout).toBe("lux  Gcore, project 1, region 1\n  no groups\n");
  });
});
