import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";

describe("secgroup explain", () => {
  it("says on each target whether it is allowed, by which rules, now and after the plan, and writes nothing", async () => {
    const { run, write, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout, stderr } = await run("explain web tcp/22 from 203.0.113.9");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`tcp/22 from 203.0.113.9 to web

fra  IONOS Cloud, datacenter 5ec90000-0000-4000-8000-000000000001
  now             allowed
      by ingress tcp/22 from 203.0.113.0/24 (IPv4)  ssh
  after the plan  allowed
      by ingress tcp/22 from 203.0.113.0/24 (IPv4)  admins  secgroup.yaml:18

lux  Gcore, project 1, region 1
  now             allowed
      by ingress tcp/22 from any (IPv4)  just for a moment
  after the plan  allowed
      by ingress tcp/22 from 203.0.113.0/24 (IPv4)  admins  secgroup.yaml:18
`);
    expect(writesSince(0)).toEqual([]);
  });

  it.each<[question: string, wanted: string]>([
    [
      "web tcp/22 from 198.51.100.7 --on lux",
      "  now             allowed\n      by ingress tcp/22 from any (IPv4)  just for a moment\n  after the plan  refused: no rule allows it\n",
    ],
    [
      "web rdp from office --on fra",
      "  now             refused: no rule allows it\n  after the plan  refused: no rule allows it\n",
    ],
    [
      "web ssh from any --on fra",
      [
        "  now             partly allowed",
        "      allowed tcp/22 from 203.0.113.0/24  e.g. tcp/22 from 203.0.113.7",
        "      refused tcp/22 from any but 203.0.113.0/24 (IPv4)",
        "              e.g. tcp/22 from 198.51.100.7",
        "      refused tcp/22 from any (IPv6)      e.g. tcp/22 from 2001:db8::7",
        "      by ingress tcp/22 from 203.0.113.0/24 (IPv4)  ssh",
        "  after the plan  partly allowed, in the same parts",
        "      by ingress tcp/22 from 203.0.113.0/24 (IPv4)  admins  secgroup.yaml:18",
        "",
      ].join("\n"),
    ],
    [
      "web ssh from any --on lux",
      "  after the plan  partly allowed\n      allowed tcp/22 from 203.0.113.0/24  e.g. tcp/22 from 203.0.113.7\n",
    ],
    ["web any to 192.0.2.1 --on fra", "any from web to 192.0.2.1\n"],
    ["web any to 192.0.2.1 --on fra", "      by egress any to any (IPv4)\n"],
    [
      "database postgres from group:web",
      "  now             the group does not exist\n  after the plan  allowed\n      by ingress tcp/5432 from group:web (IPv4 + IPv6)  web servers only  secgroup.yaml:27\n",
    ],
    [
      "database postgres from 10.0.0.1",
      "      allowed tcp/5432 from group:web at 10.0.0.1/32\n              e.g. tcp/5432 from 10.0.0.1, a member of web\n",
    ],
    ["retired smtp from any", "      by ingress tcp/25 from any (IPv4)\n  after the plan  the group does not exist\n"],
  ])("answers %s", async (question, wanted) => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout } = await run(`explain ${question}`);
    expect(code).toBe(0);
    expect(stdout).toContain(wanted);
  });

  it("names a group at the other end that stands already, and knows it by its name", async () => {
    const { run, write, simulator } = createHarness();
    const web = simulator.gcore.addGroup(1, 1, { name: "web", rules: [] });
    simulator.gcore.addGroup(1, 1, {
      name: "db",
      rules: [
        {
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 5432,
          port_range_max: 5432,
          remote_group_id: web,
        },
      ],
    });
    write(
      "secgroup.yaml",
      `${targets}  web: { on: lux }\n  db: { on: lux, ingress: [{ allow: postgres, from: "group:web" }] }\n`,
    );
    const { stdout } = await run("explain db postgres from group:web");
    expect(stdout).toContain("allowed tcp/5432 from group:web (IPv4)");
    expect(stdout).toContain("refused tcp/5432 from group:web (IPv6)");
    expect(stdout).toContain("      by ingress tcp/5432 from group:web (IPv4)\n");
    expect(stdout).toContain("  after the plan  allowed\n");
    expect(stdout).not.toContain(web);
  });

  it("counts unlisted rules that stay, and says why there is no plan for a group that is not to be touched", async () => {
    const { run, write, simulator } = createHarness();
    const rule = {
      direction: "ingress",
      ethertype: "IPv4",
      protocol: "tcp",
      port_range_min: 9,
      port_range_max: 9,
    } as const;
    const system = { direction: "egress", ethertype: "IPv4", description: "system" } as const;
    for (const name of ["kept", "strict"]) simulator.gcore.addGroup(1, 1, { name, rules: [rule] });
    for (const name of ["owned", "shared"]) simulator.gcore.addGroup(1, 1, { name, rules: [system] });
    write(
      "secgroup.yaml",
      `${targets}  kept: { on: lux, unlistedRules: keep }\n  strict: { on: lux, unlistedRules: fail }\n  owned: { on: lux }\n  shared: { on: lux, unlistedRules: keep }\n`,
    );
    expect((await run("explain kept tcp/9 from 192.0.2.1")).stdout).toContain(
      "  after the plan  allowed\n      by ingress tcp/9 from any (IPv4)\n",
    );
    expect((await run("explain strict tcp/9 from 192.0.2.1")).stdout).toContain(
      "  after the plan  no plan: the group holds rules that the document does not list\n",
    );
    expect((await run("explain owned any to 192.0.2.1")).stdout).toContain(
      "      by egress any to any (IPv4)  system  (the provider's own)\n  after the plan  no plan: the group holds rules of the provider's own services\n",
    );
    const by = "allowed\n      by egress any to any (IPv4)  system  (the provider's own)\n";
    expect((await run("explain shared any to 192.0.2.1")).stdout).toContain(
      `  now             ${by}  after the plan  ${by}`,
    );
  });

  it("knows a group at the other end by the id that the document gives", async () => {
    const { run, write, simulator } = createHarness();
    const web = simulator.gcore.addGroup(1, 1, { name: "web", rules: [] });
    const rule = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", remote_group_id: web } as const;
    simulator.gcore.addGroup(1, 1, { name: "db", rules: [rule, { ...rule, ethertype: "IPv6" }] });
    write(
      "secgroup.yaml",
      `${targets}  web: { on: lux, id: ${web}, name: new name }\n  db: { on: lux, ingress: [{ allow: tcp, from: "group:web" }] }\n`,
    );
    const by = "allowed\n      by ingress tcp from group:new name (IPv4 + IPv6)";
    for (const peer of ["group:web", `group:${web}`]) {
      const { stdout } = await run(`explain db postgres from ${peer}`);
      expect(stdout).toContain(`  now             ${by}\n  after the plan  ${by}  secgroup.yaml:6\n`);
    }
    expect((await run("explain web ssh from any")).stdout).toContain("  now             refused: no rule allows it\n");
  });

  it("says what an unreadable rule leaves open where the others refuse", async () => {
    const { run, write, simulator } = createHarness();
    simulator.ionos.addGroup(datacenter, {
      name: "web",
      rules: [{ type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 22, portRangeEnd: 22 }],
    });
    write("secgroup.yaml", `${targets}  web: { on: fra }\n`);
    const garbled = {
      fetch: async (request: Request, fetch: (request: Request) => Promise<Response>) => {
        const answer = await fetch(request);
        const text = await answer.text();
        return new Response(text.replaceAll(`"portRangeEnd":22`, `"portRangeEnd":21`), answer);
      },
    };
    const { code, stdout } = await run("explain web rdp from 192.0.2.1", garbled);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      / {2}now {13}refused\n {6}\? {2}the rule \S+ may allow it after all, but cannot be understood: .+\n {2}after the plan {2}no plan: the rule \S+ cannot be understood\n/,
    );
    const { targets: answers } = JSON.parse((await run("explain web rdp from 192.0.2.1 --json", garbled)).stdout);
    expect(answers[0].now).toMatchObject({ answer: "refused", unreadable: [{ id: expect.any(String) }] });
  });

  it("prints question, answers, rules and examples as JSON", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout, stderr } = await run("explain web ssh from any --on lux --json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      question: { group: "web", allow: "ssh", direction: "ingress", peer: "any", rules: [{ protocol: "tcp" }, {}] },
      targets: [
        {
          target: "lux",
          id: expect.any(String),
          now: {
            answer: "partly",
            rules: [{ rule: { remote: { kind: "any" } }, id: expect.any(String) }],
            allowed: [{ line: { ipVersions: ["IPv4"] }, example: { port: 22 } }],
            refused: [{ line: { ipVersions: ["IPv6"] } }],
          },
          afterPlan: { answer: "partly", rules: [{ place: { file: "secgroup.yaml", line: 18 } }], refused: [{}, {}] },
        },
      ],
    });
  });

  it("reads only the targets that are asked about", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("explain web ssh from any --on lux");
    expect(simulator.requests.every(({ path }) => path.includes("/cloud/v1/"))).toBe(true);
    expect(simulator.requests.length).toBeGreaterThan(0);
  });

  it.each<[line: string, message: string]>([
    [
      "wbe ssh from any",
      "error usage: secgroup.yaml has no group wbe\n  hint: Its groups are web, database, retired.\n",
    ],
    [
      "database ssh from any --on fra",
      "error usage: the group database is not on a target fra\n  hint: It is on lux.\n",
    ],
    ["web shs from any", `error usage: "shs" is not a protocol or a service that this document names`],
    ["web ssh from offcie", "did you mean office?"],
    ["web ssh form any", `error usage: Failed to parse "form" for from|to: it is neither from nor to\n`],
    ["web ssh from", "  hint: See `secgroup explain --help`.\n"],
  ])("refuses `explain %s`", async (line, message) => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout, stderr } = await run(`explain ${line}`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(simulator.requests).toEqual([]);
  });

  it("tells of every target that cannot be read", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const refuse = async (): Promise<Response> => new Response("{}", { status: 403 });
    const { code, stderr } = await run("explain web ssh from any", { fetch: refuse });
    expect(code).toBe(1);
    expect(stderr.match(/^error forbidden: /gm)).toHaveLength(2);
    expect(stderr).toContain("target fra");
    expect(stderr).toContain("target lux");
  });

  it("takes another document, and says which of two groups it cannot tell apart", async () => {
    const { run, write, simulator } = createHarness();
    for (const _ of [1, 2]) simulator.gcore.addGroup(1, 1, { name: "twin", rules: [] });
    write("other.yaml", `${targets}  twin: { on: lux }\n`);
    const { code, stderr } = await run("explain twin ssh from any --file other.yaml");
    expect(code).toBe(1);
    expect(stderr).toContain(`error ambiguous-group: 2 groups are named "twin": `);
    expect(stderr).toContain("target lux");
  });
});
