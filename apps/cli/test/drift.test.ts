import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

describe("secgroup drift", () => {
  it("says in words of what is how the clouds differ, and ends with 2", async () => {
    const { run, write, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout } = await run("drift");
    expect(code).toBe(2);
    expect(stdout).toBe(`fra  IONOS Cloud, datacenter 5ec90000-0000-4000-8000-000000000001
  ✗ web  differs
      missing    ingress tcp/443 from any (IPv4 + IPv6)     public site
      unexpected ingress tcp/23 from any (IPv4)             just for a moment
      label      ingress tcp/22 from 203.0.113.0/24 (IPv4)  is "ssh", not "admins"
      too open   tcp/23 from any (IPv4)  e.g. tcp/23 from 198.51.100.7
      too closed tcp/443 from any        e.g. tcp/443 from 198.51.100.7
  ✗ retired  exists, but is to be absent

lux  Gcore, project 1, region 1
  ✗ web  differs
      field      should be description: "Public web servers"
      missing    ingress tcp/22 from 203.0.113.0/24 (IPv4)  admins
      unexpected ingress tcp/22 from any (IPv4)             just for a moment
      too open   tcp/22 from any but 203.0.113.0/24 (IPv4)
                 e.g. tcp/22 from 198.51.100.7
  ✗ database  does not exist

Drift: 4 of 4 groups differ from secgroup.yaml.
`);
    expect(writesSince(0)).toEqual([]);
  });

  it("does not say that there is no drift where a target could not be read", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    simulator.gcore.refuseNextCall({ status: 403 });
    const { code, stdout } = await run("drift");
    expect(code).toBe(1);
    expect(stdout).toMatch(/Could not be read: lux\nNo drift in what was read: 2 groups as secgroup.yaml says\.\n$/);
  });

  it("ends with 0 when nothing differs, and with 1 for an error", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    const { code, stdout } = await run("drift");
    expect(code).toBe(0);
    expect(stdout).toContain("✓ web  as declared");
    expect(stdout).toContain("No drift: 4 groups as secgroup.yaml says.\n");
    expect((await run("drift nowhere.yaml")).code).toBe(1);
  });

  it("names unlisted rules also where a plan would fail because of them", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", `${targets}  web: { on: lux, unlistedRules: fail }\n`);
    expect((await run("plan")).stderr).toContain("error unlisted-rules");
    const { code, stdout } = await run("drift");
    expect(code).toBe(2);
    expect(stdout).toContain("unexpected ingress tcp/80 from any (IPv4 + IPv6)");
  });

  it("prints JSON with missing and unexpected rules", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout } = await run("drift --json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      drift: true,
      targets: [
        {
          target: "fra",
          groups: [
            {
              key: "web",
              status: "differs",
              missing: [{ protocol: "tcp" }, {}],
              unexpected: [{ rule: { ports: { from: 23, to: 23 } } }],
              relabelled: [{ description: "admins" }],
              tooOpen: [{ line: { services: { items: [{ protocol: "tcp", ports: { from: 23 } }] } } }],
              tooClosed: [{ example: { protocol: "tcp", port: 443 } }],
            },
            { key: "retired", status: "unexpected", tooOpen: [{}], tooClosed: [] },
          ],
        },
        {
          target: "lux",
          groups: [
            { key: "web", status: "differs", fields: { description: "Public web servers" } },
            { key: "database", status: "missing" },
          ],
        },
      ],
    });
  });
});
