import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { targets } from "./support/documents.ts";

const web = `${targets}  web:
    on: [fra, lux]
    ingress:
      - { allow: ssh, from: any }
      - { allow: ssh, from: 203.0.113.0/24 }
      - { allow: tcp/80, from: any, description: site }
      - { allow: tcp/81, from: any }
      - allow: https
        from: [any, 10.0.0.0/8]
    egress:
      - { allow: any, to: any }
      - { allow: any, to: any }
  quiet:
    on: lux
    ingress:
      - { allow: https, from: any }
  gone:
    on: lux
    ensure: absent
`;

describe("secgroup lint", () => {
  it("says what it finds at its place, each group once, without network and credentials", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", web);
    const environment = { IONOS_DATACENTER_ID: "x", GCORE_CLOUD_PROJECT_ID: "1", GCORE_CLOUD_REGION_ID: "2" };
    expect(await run("lint", { environment })).toMatchObject({
      code: 1,
      stderr: "",
      writes: [],
      stdout: `secgroup.yaml:8:9: error: web: SSH is open to the whole internet, e.g. tcp/22 from 198.51.100.7: ingress tcp/22 from any (IPv4 + IPv6) [ssh-open-to-world]
secgroup.yaml:9:9: warning: web: ingress tcp/22 from 203.0.113.0/24 (IPv4) is not needed: covered by ingress tcp/22 from any (IPv4) (line 8) [redundant-rule]
secgroup.yaml:10:9: note: web: 4 rules can be 2: ingress tcp/80 from any (IPv4 + IPv6) and ingress tcp/81 from any (IPv4 + IPv6) become ingress tcp/80-81 from any (IPv4 + IPv6) [mergeable-rules]
secgroup.yaml:12:9: warning: web: ingress tcp/443 from 10.0.0.0/8 (IPv4) is not needed: covered by ingress tcp/443 from any (IPv4) (line 12) [redundant-rule]
secgroup.yaml:16:9: warning: web: egress any to any (IPv4 + IPv6) is not needed: covered by egress any to any (IPv4 + IPv6) (line 15) [redundant-rule]
1 error, 3 warnings and 1 note in 2 groups of secgroup.yaml; --fix drops and merges rules
`,
    });
    expect(simulator.requests).toHaveLength(0);
  });

  it("says when there is nothing to say", async () => {
    const { run, write } = createHarness();
    write("network.yaml", `${targets}  web: { on: lux, ingress: [{ allow: https, from: any }] }\n`);
    expect(await run("lint network.yaml --strict")).toMatchObject({
      code: 0,
      stdout: "✓ network.yaml: nothing found in 1 group\n",
    });
  });

  it.each<[string, string, number]>([
    ["a warning alone does not fail", "lint", 0],
    ["but it does with --strict", "lint --strict", 1],
  ])("%s", async (_name, line, code) => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: lux, ingress: [{ allow: ssh, from: 8.0.0.0/8 }] }\n`);
    const ran = await run(line);
    expect(ran.code).toBe(code);
    expect(ran.stdout).toContain(
      "secgroup.yaml:5:29: warning: web: SSH is open to a large part of the internet, e.g. tcp/22 from 8.0.0.0: ingress tcp/22 from 8.0.0.0/8 (IPv4) [ssh-open-to-world]\n1 warning in 1 group of secgroup.yaml\n",
    );
  });

  it("a note fails with --strict only", async () => {
    const { run, write } = createHarness();
    write(
      "secgroup.yaml",
      `${targets}  web: { on: lux, ingress: [{ allow: tcp/80-81, from: any }, { allow: tcp/82, from: any }] }\n`,
    );
    expect((await run("lint")).code).toBe(0);
    expect((await run("lint --strict")).code).toBe(1);
  });

  it("prints all of it as JSON", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", web);
    const { code, stdout, stderr } = await run("lint --json");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const { findings } = JSON.parse(stdout);
    expect(findings).toHaveLength(5);
    expect(findings[0]).toMatchObject({
      id: "ssh-open-to-world",
      level: "error",
      group: "web",
      place: { file: "secgroup.yaml", line: 8, column: 9, path: "groups.web.ingress[0]" },
      rules: [{ rule: { protocol: "tcp", ports: { from: 22, to: 22 } }, place: { line: 8 } }, { place: { line: 8 } }],
      example: { protocol: "tcp", port: 22 },
      lines: [{ direction: "ingress", ipVersions: ["IPv4", "IPv6"] }],
    });
    expect(findings[1]).toMatchObject({ id: "redundant-rule", coveredBy: [{ place: { line: 8 } }] });
    expect(findings[2]).toMatchObject({
      id: "mergeable-rules",
      merged: [{ ipVersion: "IPv4" }, { ipVersion: "IPv6" }],
    });
  });

  it("judges a module too, and says of it what it can", async () => {
    const { run, write } = createHarness();
    write(
      "network.mjs",
      `export default { targets: { lux: { cloud: "gcore", project: 1, region: 1 } },
  groups: { web: { on: "lux", ingress: [{ allow: "rdp", from: "any" }] } } };\n`,
    );
    const { code, stdout } = await run("lint network.mjs");
    expect(code).toBe(1);
    expect(stdout).toContain("network.mjs: error: web: RDP is open to the whole internet");
  });

  it("fails for a document that is wrong, as every command does", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: nowhere }\n`);
    expect(await run("lint")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("invalid-document"),
    });
    expect(JSON.parse((await run("lint --json")).stdout)).toMatchObject({ error: { code: "invalid-document" } });
  });

  it("names groups by their keys", async () => {
    const { run, write } = createHarness();
    const id = "5ec90000-0000-4000-8000-000000000009";
    write(
      "secgroup.yaml",
      `${targets}  web: { on: lux, name: a web, id: ${id} }
  database:
    on: lux
    ingress:
      - { allow: tcp/5432, from: group:web }
      - { allow: tcp, from: group:web }
`,
    );
    expect((await run("lint")).stdout).toContain(
      "database: ingress tcp/5432 from group:web (IPv4 + IPv6) is not needed: covered by ingress tcp from group:web (IPv4 + IPv6) (line 10)",
    );
  });

  it.each<[string, string]>([
    ["[tcp/5432, tcp/3306, tcp/6379, tcp/27017]", "PostgreSQL, MySQL, Redis and MongoDB are open"],
    ["tcp/1000-50000", "PostgreSQL, MySQL, Redis and 8 more are open"],
  ])("names a few of many: %s", async (allow, names) => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: lux, ingress: [{ allow: ${allow}, from: 0.0.0.0/0 }] }\n`);
    expect((await run("lint")).stdout).toContain(`web: ${names} to the whole internet, e.g. tcp/`);
  });

  it("explains itself", async () => {
    const { run } = createHarness();
    const { code, stdout } = await run("lint --help");
    expect(code).toBe(0);
    for (const flag of ["--fix", "--json", "--sarif", "--strict"]) expect(stdout).toContain(flag);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
});
