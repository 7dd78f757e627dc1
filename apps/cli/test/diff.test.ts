import { describe, expect, it } from "vitest";
import { createHarness, type Harness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";

function seeded(): Harness {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", drifted);
  return harness;
}

const fraWeb = { type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 80, portRangeEnd: 80 } as const;
const luxWeb = {
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 80,
  port_range_max: 80,
} as const;

describe("secgroup diff", () => {
  it("compares two targets group by group, ends with 2, and writes nothing", async () => {
    const { run, writesSince } = seeded();
    const { code, stdout, stderr } = await run("diff fra lux");
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(stdout).toContain(
      `fra  IONOS Cloud, datacenter ${datacenter}\nlux  Gcore, project 1, region 1\n\n  ✗ web  differs\n`,
    );
    expect(stdout).toContain("      only fra allows tcp/23 from any (IPv4)  e.g. tcp/23 from 198.51.100.7\n");
    expect(stdout).toContain("  ✗ retired  only fra has it\n      only fra allows tcp/25, tcp/143 from any (IPv4)\n");
    expect(stdout).toMatch(/\n\nDifferent: 2 of 2 groups do not allow the same on both sides\.\n$/);
    expect(writesSince(0)).toEqual([]);
  });

  it.each<[sides: string, wanted: string]>([
    [
      "web fra/web",
      [
        "web      as declared",
        `fra/web  IONOS Cloud, datacenter ${datacenter}`,
        "",
        "  ✗ web  differs",
        "      only web allows     tcp/443 from any        e.g. tcp/443 from 198.51.100.7",
        "      only fra/web allows tcp/23 from any (IPv4)  e.g. tcp/23 from 198.51.100.7",
        "",
        "Different: the group does not allow the same on both sides.",
        "",
      ].join("\n"),
    ],
    ["group:web lux/web", "      only lux/web allows   tcp/22 from any but 203.0.113.0/24 (IPv4)\n"],
    ["target:lux secgroup.yaml", "  ✗ database  only secgroup.yaml has it\n"],
    ["web lux", "  ✗ web  differs\n      only lux allows tcp/22 from any but 203.0.113.0/24 (IPv4)\n"],
    ["web database", "  ✗ web and database  differ\n"],
    ["fra/retired retired", "      only fra/retired allows tcp/25, tcp/143 from any (IPv4)\n"],
    ["database lux", "  ✗ database  only database has it\n"],
  ])("tells %s apart", async (sides, wanted) => {
    const { run } = seeded();
    const { code, stdout } = await run(`diff ${sides}`);
    expect(code).toBe(2);
    expect(stdout).toContain(wanted);
  });

  it("ends with 0 where everything is equal, as after an apply", async () => {
    const { run } = seeded();
    expect((await run("apply --yes")).code).toBe(0);
    expect(await run("diff web fra/web")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("  ✓ web  equal\n\nEqual: the group allows the same on both sides.\n"),
    });
    expect(await run("diff fra/web lux/web")).toMatchObject({ code: 0 });
    expect(await run("diff secgroup.yaml fra")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Equal: 2 groups allow the same on both sides.\n"),
    });
    expect(await run("diff secgroup.yaml lux")).toMatchObject({ code: 0 });
  });

  it("compares traffic, not words, and groups by name, not id, from one cloud to the other", async () => {
    const { run, write, simulator } = createHarness();
    simulator.gcore.addProject({ projectId: 2, regionId: 2 });
    for (const [project, cidrs] of [
      [1, ["0.0.0.0/1", "128.0.0.0/1"]],
      [2, ["0.0.0.0/0"]],
    ] as const) {
      const web = simulator.gcore.addGroup(project, project, {
        name: "web",
        rules: cidrs.map((remote_ip_prefix) => ({ ...luxWeb, remote_ip_prefix })),
      });
      simulator.gcore.addGroup(project, project, { name: "db", rules: [{ ...luxWeb, remote_group_id: web }] });
    }
    write(
      "secgroup.yaml",
      `targets:\n  one: { cloud: gcore, project: 1, region: 1 }\n  two: { cloud: gcore, project: 2, region: 2 }\ngroups:\n  db: { on: two, ingress: [{ allow: tcp/80, from: "group:web" }] }\n  web: { on: two }\n`,
    );
    expect(await run("diff one two")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Equal: 2 groups allow the same on both sides.\n"),
    });
    const { stdout } = await run("diff group:db one/db");
    expect(stdout).toContain("      only group:db allows tcp/80 from group:web (IPv6)\n");
    expect(stdout).not.toContain("(IPv4)");
  });

  it("says which rule behind a difference the other cloud cannot express, and why, once for both IP versions", async () => {
    const { run } = seeded();
    await run("apply --yes");
    const { code, stdout } = await run("diff fra lux");
    expect(code).toBe(2);
    expect(stdout).toContain("  ✓ web  equal\n");
    expect(stdout).toMatch(
      / {2}✗ database {2}only lux has it\n(.*\n){2} {6}! ingress tcp\/5432 from group:web \(IPv4 \+ IPv6\)\n {8}IONOS Cloud cannot express this rule: .+\n/,
    );
    const { stdout: other } = await run("diff lux fra");
    expect(other).toContain("IONOS Cloud cannot express this rule: ");
    expect((await run("diff group:database lux/database")).stdout).not.toContain("cannot express");
  });

  it("does not speak of a rule that a cloud cannot express when nothing differs because of it", async () => {
    const { run, write, simulator } = createHarness();
    simulator.ionos.addGroup(datacenter, { name: "web", rules: [fraWeb] });
    const id = simulator.gcore.addGroup(1, 1, { name: "other", rules: [] });
    const rules = [luxWeb, { ...luxWeb, remote_group_id: id }, { ...luxWeb, port_range_min: 81, port_range_max: 81 }];
    simulator.gcore.addGroup(1, 1, { name: "web", rules });
    write("secgroup.yaml", `${targets}  web: { on: [fra, lux] }\n`);
    const { stdout } = await run("diff fra/web lux/web");
    expect(stdout).toContain("      only lux/web allows tcp/81 from any (IPv4)");
    expect(stdout).not.toContain("cannot express");
  });

  it("does not take a description for something that a cloud cannot express", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: [fra, lux] }\n`);
    simulator.ionos.addGroup(datacenter, { name: "other", rules: [{ ...fraWeb, name: "x".repeat(300) }] });
    const { stdout } = await run("diff fra lux");
    expect(stdout).toContain("  ✗ other  only fra has it\n");
    expect(stdout).not.toContain("cannot express");
  });

  it("knows a group that is to be renamed by its new name", async () => {
    const { run, write, simulator } = createHarness();
    const id = simulator.gcore.addGroup(1, 1, { name: "old name", rules: [] });
    const rules = (["IPv4", "IPv6"] as const).map((ethertype) => ({ ...luxWeb, ethertype, remote_group_id: id }));
    simulator.gcore.addGroup(1, 1, { name: "db", rules });
    const db = `db: { on: lux, ingress: [{ allow: http, from: "group:web" }] }`;
    write("secgroup.yaml", `${targets}  web: { on: lux, id: ${id}, name: new name }\n  ${db}\n`);
    write("other.yaml", `${targets}  web: { on: lux, name: new name }\n  ${db}\n`);
    expect((await run("diff lux/db other.yaml")).code).toBe(0);
  });

  it("compares a single group with its like alone", async () => {
    const { run } = seeded();
    for (const sides of ["web fra", "fra web", "fra/web secgroup.yaml"]) {
      const { stdout } = await run(`diff ${sides}`);
      expect(stdout).toContain("✗ web  differs");
      expect(stdout).not.toContain("retired");
      expect(stdout).not.toContain("database");
    }
  });

  it("compares two documents without a third, paired by key", async () => {
    const { run, write, simulator } = createHarness();
    write(
      "old.yaml",
      `${targets}  web: { on: lux, ingress: [{ allow: web, from: any }] }\n  same: { on: fra }\nservices: { web: [tcp/80] }\n`,
    );
    write(
      "new.yaml",
      `${targets}  web: { on: lux, name: web-2, ingress: [{ allow: [http, https], from: any }] }\n  same: { on: lux }\n  more: { on: lux }\n`,
    );
    const { code, stdout } = await run("diff old.yaml new.yaml");
    expect(code).toBe(2);
    expect(stdout).toBe(`old.yaml  as declared
new.yaml  as declared

  ✗ web  differs
      only new.yaml allows tcp/443 from any  e.g. tcp/443 from 198.51.100.7
  ✓ same  equal
  ✓ more  only new.yaml has it, and it allows nothing

Different: 1 of 3 groups does not allow the same on both sides.
`);
    expect(simulator.requests).toEqual([]);
  });

  it("calls a side with a long name by its letter", async () => {
    const { run, write } = createHarness();
    const file = write(
      "production-network.yaml",
      `${targets}  web: { on: lux, ingress: [{ allow: http, from: any }] }\n`,
    );
    write("next.yaml", `${targets}  web: { on: lux }\n`);
    const { stdout } = await run(`diff ${file} next.yaml`);
    expect(stdout).toContain("A          production-network.yaml, as declared\nnext.yaml  as declared\n");
    expect(stdout).toContain("      only A allows         tcp/80 from any");
  });

  it("does not call equal what holds a rule that cannot be understood", async () => {
    const { run, write, simulator } = createHarness();
    simulator.ionos.addGroup(datacenter, {
      name: "web",
      rules: [fraWeb, { ...fraWeb, portRangeStart: 21, portRangeEnd: 21 }],
    });
    write("secgroup.yaml", `${targets}  web: { on: fra, ingress: [{ allow: http, from: 0.0.0.0/0 }] }\n`);
    const { code, stdout } = await run("diff web fra", {
      fetch: async (request, fetch) => {
        const answer = await fetch(request);
        const text = await answer.text();
        return new Response(text.replaceAll(`"portRangeEnd":21`, `"portRangeEnd":20`), answer);
      },
    });
    expect(code).toBe(2);
    expect(stdout).toMatch(
      / {2}✗ web {2}cannot be compared whole\n {6}\? the rule \S+ of fra cannot be understood: .+\n/,
    );
  });

  it("finds a standing group by key, name or id, and compares twins only by id", async () => {
    const { run, write, simulator } = createHarness();
    const named = simulator.gcore.addGroup(1, 1, { name: "named on the cloud", rules: [luxWeb] });
    const [twin] = [1, 2].map(() => simulator.gcore.addGroup(1, 1, { name: "twin", rules: [luxWeb] }));
    write(
      "secgroup.yaml",
      `${targets}  short: { on: lux, name: named on the cloud, ingress: [{ allow: http, from: 0.0.0.0/0 }] }\n`,
    );
    expect((await run("diff short lux/short")).code).toBe(0);
    expect((await run(`diff short lux/${named}`)).code).toBe(0);
    expect((await run(`diff short lux/${twin}`)).code).toBe(0);
    const ambiguous = await run("diff short lux/twin");
    expect(ambiguous.code).toBe(1);
    expect(ambiguous.stderr).toContain(`error ambiguous-group: 2 groups are named "twin"`);
  });

  it("prints the difference, and nothing else, as JSON", async () => {
    const { run } = seeded();
    const { code, stdout, stderr } = await run("diff web fra/web --json");
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      equal: false,
      a: { text: "web", kind: "declared-group", key: "web" },
      b: { text: "fra/web", kind: "standing-group", group: "web", target: { name: "fra" } },
      groups: [
        {
          a: { key: "web", name: "web" },
          b: { key: "web", name: "web" },
          equal: false,
          onlyA: [{ line: { direction: "ingress" }, example: { protocol: "tcp", port: 443 } }],
          onlyB: [{ example: { port: 23 } }],
          inexpressible: [],
        },
      ],
    });
  });

  it.each<[sides: string, message: string]>([
    [
      "nowhere fra",
      `error usage: "nowhere" is neither a target nor a group of secgroup.yaml, nor a document\n  hint: Its targets are fra, lux; its groups web, database, retired.\n`,
    ],
    [
      "fra/nothing web",
      "error not-found: there is no group nothing on fra\n  target fra\n  hint: There are web, retired.\n",
    ],
    ["group:fra lux", `error usage: "group:fra" is neither`],
    ["target:web lux", `error usage: "target:web" is neither`],
    ["nowhere.yaml fra", "error usage: nowhere.yaml cannot be read"],
    ["fra", "  hint: See `secgroup diff --help`.\n"],
  ])("refuses `diff %s`", async (sides, message) => {
    const { run } = seeded();
    const { code, stdout, stderr } = await run(`diff ${sides}`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("names both readings of a word that is a target and a group, and takes either when it is said", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  fra: { on: lux }\n`);
    const { code, stderr } = await run("diff fra lux");
    expect(code).toBe(1);
    expect(stderr).toBe(
      `error usage: "fra" can mean the group fra as declared or all groups on the target fra\n  hint: Write group:fra or target:fra.\n`,
    );
    expect((await run("diff group:fra target:fra")).code).toBe(0);
    write("secgroup.yaml", `${targets}  fra/web: { on: lux }\n`);
    expect((await run("diff fra/web lux")).stderr).toBe(
      `error usage: "fra/web" can mean the group fra/web as declared or the group web on the target fra\n  hint: Write group:fra/web or fra/ and the group's id.\n`,
    );
  });
});
